namespace Pergola.Core.Cluster.Locking;

/// <summary>Leases within this process.</summary>
public sealed class MemoryLeaseStore(TimeProvider clock) : ILeaseStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long Token, DateTimeOffset Ends)> _leases = new(StringComparer.Ordinal);
    private long _lastToken;

    public Task<long?> TakeAsync(string key, TimeSpan life, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_leases.TryGetValue(key, out var held) && held.Ends > clock.GetUtcNow())
            {
                return Task.FromResult<long?>(null);
            }

            _leases[key] = (++_lastToken, clock.GetUtcNow() + life);
            return Task.FromResult<long?>(_lastToken);
        }
    }

    public Task<bool> ExtendAsync(string key, long token, TimeSpan life, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var isHeld = IsHeld(key, token);
            if (isHeld)
            {
                _leases[key] = (token, clock.GetUtcNow() + life);
            }

            return Task.FromResult(isHeld);
        }
    }

    public Task<bool> ReleaseAsync(string key, long token, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(IsHeld(key, token) && _leases.Remove(key));
        }
    }

    private bool IsHeld(string key, long token) => _leases.TryGetValue(key, out var held) && held.Token == token;
}
