namespace Pergola.Plugins.AuditLog.Entries;

/// <summary>
/// Of the attempts that come too fast, one a minute is logged for each address: those who guess passwords must not be able
/// to fill the log with it.
/// </summary>
internal sealed class RepeatedRefusals(TimeProvider clock)
{
    private const int Remembered = 1_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);

    public bool IsFirst(string address)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            if (_last.TryGetValue(address, out var last) && now - last < Window)
            {
                return false;
            }

            if (_last.Count >= Remembered)
            {
                _last.Clear();
            }

            _last[address] = now;
            return true;
        }
    }
}
