namespace Pergola.Core.Cluster.WorkerIds;

/// <summary>
/// Leases within one process. Numbers are tried from a random one on, since another process may run on the same data without
/// knowing of this one, or may have until a moment ago.
/// </summary>
public sealed class MemoryWorkerIds(TimeProvider clock, int? first = null) : IWorkerIdAllocator
{
    private static readonly long Life = (long)IWorkerIdAllocator.Life.TotalSeconds;
    private static readonly long Margin = (long)IWorkerIdAllocator.Margin.TotalSeconds;
    private readonly Lock _lock = new();
    private readonly WorkerLease?[] _leases = new WorkerLease?[IWorkerIdAllocator.Slots];
    private readonly int _first = first ?? Random.Shared.Next(IWorkerIdAllocator.Slots);

    public Task<WorkerLease?> LeaseAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var second = now.ToUnixTimeSeconds();
            for (var offset = 0; offset < _leases.Length; offset++)
            {
                var slot = (_first + offset) % _leases.Length;
                if (_leases[slot] is { } held && held.Until + Margin > second)
                {
                    continue;
                }

                var lease = new WorkerLease(slot, Guid.NewGuid().ToString("N"), second, second + Life, now);
                _leases[slot] = lease;
                return Task.FromResult<WorkerLease?>(lease);
            }

            return Task.FromResult<WorkerLease?>(null);
        }
    }

    public Task<WorkerLease?> RenewAsync(WorkerLease lease, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_leases[lease.Slot] is not { } held || held.Holder != lease.Holder)
            {
                return Task.FromResult<WorkerLease?>(null);
            }

            var now = clock.GetUtcNow();
            var until = Math.Max(held.Until, now.ToUnixTimeSeconds() + Life);
            return Task.FromResult<WorkerLease?>(_leases[lease.Slot] = held with { Until = until, Now = now });
        }
    }

    public Task ReleaseAsync(WorkerLease lease, long lastSecond, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_leases[lease.Slot] is { } held && held.Holder == lease.Holder)
            {
                _leases[lease.Slot] = held with { Holder = "", Until = Math.Min(held.Until, lastSecond + 1) };
            }

            return Task.CompletedTask;
        }
    }
}
