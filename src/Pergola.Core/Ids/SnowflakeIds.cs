using Pergola.Core.Cluster.WorkerIds;
using Pergola.Core.Errors;

namespace Pergola.Core.Ids;

/// <summary>
/// Makes 53-bit ids, ordered by time: seconds since 2020-11-10T16:00:00Z in the upper bits, then 8 bits of slot and a 13-bit
/// sequence that restarts each second. Existing databases have 5 bits of worker, which are the upper ones of the slot, and 16
/// of sequence; the epoch is theirs too, so old and new ids mix.
/// </summary>
/// <remarks>
/// An id is made only for a second that lies inside a lease. Of one slot no two leases share a second, so no two ids are
/// equal, and no clock needs to be right for that: a process that was frozen has a lease without seconds left.
/// </remarks>
public sealed class SnowflakeIds
{
    private const long EpochSeconds = 1_605_024_000;
    private const int SequenceBits = 13;
    private const int SecondShift = 21;
    private const int SequenceLimit = 1 << SequenceBits;
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly Action? _want;
    private WorkerLease[] _leases = [];
    private long _read;
    private DateTimeOffset _now;
    private long _second;
    private int _slot;
    private int _sequence;

    /// <summary>Ids of one slot that nobody else uses.</summary>
    public SnowflakeIds(TimeProvider clock, int slot)
        : this(clock, (Action?)null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slot, IWorkerIdAllocator.Slots);
        _leases = [new WorkerLease(slot, "", 0, long.MaxValue, default)];
    }

    /// <param name="clock">Clock of this process.</param>
    /// <param name="want">Called when ids run short; returns at once.</param>
    internal SnowflakeIds(TimeProvider clock, Action? want)
    {
        _clock = clock;
        _want = want;
    }

    /// <summary>
    /// The next id, greater than all before. Within a second the slots follow each other; when all have run out it borrows
    /// from the next second.
    /// </summary>
    /// <exception cref="UnavailableException">All leases have ended, because they could not be renewed.</exception>
    public long Next()
    {
        lock (_lock)
        {
            var now = Now();
            if (now > _second)
            {
                Begin(now);
            }

            if (TryTake(out var id))
            {
                return id;
            }

            _want?.Invoke();
            if (Borrowed() is not { } later)
            {
                throw new UnavailableException("No record ids can be made at the moment", TimeSpan.FromSeconds(1));
            }

            Begin(later);
            TryTake(out id);
            return id;
        }
    }

    /// <summary>Goes on with these leases; returns the last second that ids were made for.</summary>
    internal long Use(IEnumerable<WorkerLease> leases)
    {
        lock (_lock)
        {
            _leases = [.. leases.OrderBy(l => l.Slot)];
            if (_leases.Length > 0)
            {
                _now = _leases.Max(l => l.Now);
                _read = _clock.GetTimestamp();
            }

            return _second;
        }
    }

    /// <summary>The clock of the cluster, going on with the one of this process.</summary>
    private long Now() =>
        (_want is null ? _clock.GetUtcNow() : _now + _clock.GetElapsedTime(_read)).ToUnixTimeSeconds();

    /// <summary>The first second after this one that lies inside a lease.</summary>
    private long? Borrowed()
    {
        long? first = null;
        foreach (var lease in _leases)
        {
            var second = Math.Max(lease.From, _second + 1);
            if (second < lease.Until && !(second >= first))
            {
                first = second;
            }
        }

        return first;
    }

    private void Begin(long second)
    {
        _second = second;
        _slot = 0;
        _sequence = 0;
    }

    private bool TryTake(out long id)
    {
        foreach (var lease in _leases)
        {
            if (lease.Slot < _slot || _second < lease.From || _second >= lease.Until)
            {
                continue;
            }

            if (lease.Slot > _slot)
            {
                _slot = lease.Slot;
                _sequence = 0;
            }

            if (_sequence < SequenceLimit)
            {
                id = ((_second - EpochSeconds) << SecondShift) | ((long)_slot << SequenceBits) | (uint)_sequence++;
                return true;
            }
        }

        id = 0;
        return false;
    }
}
