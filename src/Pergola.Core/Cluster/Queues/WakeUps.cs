using System.Collections.Concurrent;

namespace Pergola.Core.Cluster.Queues;

/// <summary>Wakes those who wait for messages, so that nobody needs to ask all the time.</summary>
internal sealed class WakeUps(TimeProvider clock)
{
    // What a lost signal costs at most, and what an idle channel costs: one question each time.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    public void Signal(string channel)
    {
        if (_waiting.TryRemove(channel, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    public void SignalAll()
    {
        foreach (var channel in _waiting.Keys)
        {
            Signal(channel);
        }
    }

    /// <summary>Takes messages as soon as there are any; none when the time is over.</summary>
    public async Task<IReadOnlyList<Delivery>> ReceiveAsync(
        string channel,
        TimeSpan wait,
        Func<CancellationToken, Task<Taken>> take,
        CancellationToken cancellationToken
    )
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            // Before asking, so that nothing published in between is missed.
            var signal = _waiting.GetOrAdd(
                channel,
                static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
            );
            var (deliveries, next) = await take(cancellationToken);
            var left = wait - clock.GetElapsedTime(started);
            if (deliveries.Count > 0 || left <= TimeSpan.Zero)
            {
                return deliveries;
            }

            var sleep = Shorter(Shorter(Longer(next ?? LongestSleep, ShortestSleep), LongestSleep), left);
            using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(signal.Task, Task.Delay(sleep, clock, awake.Token));
            await awake.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>What was taken, and in how long the next message is due; null when there is none.</summary>
internal readonly record struct Taken(IReadOnlyList<Delivery> Deliveries, TimeSpan? Next);
