namespace Pergola.Core.Ids;

/// <summary>
/// Makes 53-bit ids, ordered by time: seconds since 2020-11-10T16:00:00Z in the upper bits, then 5 bits of worker and a
/// 16-bit sequence that restarts each second. Layout and epoch are those of existing databases, so old and new ids mix.
/// </summary>
public sealed class SnowflakeIds(TimeProvider clock, int worker)
{
    private const long EpochSeconds = 1_605_024_000;
    private const int SequenceLimit = 1 << 16;
    private readonly Lock _lock = new();
    private readonly long _worker = worker is >= 0 and < 32
        ? worker
        : throw new ArgumentOutOfRangeException(nameof(worker), worker, "A worker number is 0 to 31.");
    private long _second;
    private int _sequence;

    /// <summary>
    /// The next id. A second that has run out of ids borrows from the next one, which keeps ids unique and ordered.
    /// </summary>
    public long Next()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow().ToUnixTimeSeconds() - EpochSeconds;
            if (now > _second)
            {
                _second = now;
                _sequence = 0;
            }
            else if (_sequence == SequenceLimit)
            {
                _second++;
                _sequence = 0;
            }

            return (_second << 21) | (_worker << 16) | (uint)_sequence++;
        }
    }
}
