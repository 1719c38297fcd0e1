namespace Pergola.Plugins.AuditLog.Entries;

/// <summary>
/// Of what strangers try in vain, one a minute is logged for each address, action and answer: nobody must be able to fill the log
/// without an account.
/// </summary>
internal sealed class RepeatedRefusals(TimeProvider clock)
{
    private const int Remembered = 1_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);

    public bool IsFirst(string attempt)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            if (_last.TryGetValue(attempt, out var last) && now - last < Window)
            {
                return false;
            }

            if (_last.Count >= Remembered)
            {
                _last.Clear();
            }

            _last[attempt] = now;
            return true;
        }
    }
}
