namespace Pergola.Hosting.Cluster;

/// <summary>
/// Until when this node may serve from memory: so long the others wait for it before they answer a change. Judged by a clock
/// that goes on while the process is frozen.
/// </summary>
public sealed class NodeLease(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _renewed = NewSource();
    private long _until = long.MaxValue;

    /// <summary>Whether everything that others were told is done is known here.</summary>
    public bool IsHeld => clock.GetTimestamp() < Volatile.Read(ref _until);

    /// <summary>From now on there are others: nothing is served before a renewal.</summary>
    public void Begin() => Volatile.Write(ref _until, long.MinValue);

    /// <param name="asked">When the renewal was asked for, in ticks of the clock.</param>
    /// <param name="length">How long it holds from then on.</param>
    public void Renew(long asked, TimeSpan length)
    {
        Volatile.Write(ref _until, asked + (long)(length.TotalSeconds * clock.TimestampFrequency));
        lock (_lock)
        {
            _renewed.TrySetResult();
            _renewed = NewSource();
        }
    }

    /// <summary>Waits for a renewal; false when there was none in time.</summary>
    public async Task<bool> WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var deadline = clock.GetTimestamp() + (long)(patience.TotalSeconds * clock.TimestampFrequency);
        while (true)
        {
            Task renewed;
            lock (_lock)
            {
                renewed = _renewed.Task;
            }

            if (IsHeld)
            {
                return true;
            }

            var left = clock.GetElapsedTime(clock.GetTimestamp(), deadline);
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            await Task.WhenAny(renewed, Task.Delay(left, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
