using System.Collections.Concurrent;
using Pergola.Core.Cluster.Caching;
using Pergola.Core.Cluster.Locking;
using Pergola.Core.Cluster.Queues;
using Pergola.Core.Errors;

namespace Pergola.IntegrationTests.Cluster;

/// <summary>Real losses: connections that are ended from outside while they are in use.</summary>
public abstract class LossSuite(ClusterFixture fixture) : ClusterSuite(fixture)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Lost_connections_are_made_anew_and_subscribers_are_told()
    {
        var channel = NewName();
        var heard = new ConcurrentQueue<string>();
        var told = 0;
        Second.PubSub.Reconnected += (_, _) => Interlocked.Increment(ref told);
        await using var subscription = await Second.PubSub.SubscribeAsync(
            channel,
            (message, _) =>
            {
                heard.Enqueue(Text(message.Body));
                return Task.CompletedTask;
            },
            Cancelled
        );
        await using var held = await First.Locks.AcquireAsync(NewName(), TimeSpan.FromSeconds(5), Long, Cancelled);
        var waiting = Second.Queue.ReceiveAsync(channel, 1, Long, Long, Cancelled);
        await Task.Delay(100, Cancelled);

        await EndConnectionsAsync();
        await EventuallyAsync(() => new(Volatile.Read(ref told) > 0), "subscribers are told");

        await UntilAvailableAsync(() => First.PubSub.PublishAsync(channel, Bytes("after"), Cancelled));
        await EventuallyAsync(() => new(heard.Contains("after")), "messages arrive again");
        await UntilAvailableAsync(() =>
            First.Queue.PublishAsync(channel, Bytes("work"), PublishOptions.Default, Cancelled)
        );
        Assert.Equal("work", Text(Assert.Single(await waiting.WaitAsync(Deadline, Cancelled)).Body));
        var key = new CacheKey("main", "loss", NewName());
        await UntilAvailableAsync(() => First.Cache.SetAsync(key, Bytes("v"), Long, Cancelled).AsTask());
        Assert.Equal("v", Text((await Second.Cache.GetAsync(key, Cancelled))!));
        Assert.True(held.IsHeld);
        Assert.Null(await Second.Locks.TryAcquireAsync(held.Key, Long, TimeSpan.Zero, Cancelled));
    }

    /// <summary>Ends all connections of the nodes, as a fire wall or a restart in between would.</summary>
    protected abstract Task EndConnectionsAsync();

    private static async Task UntilAvailableAsync(Func<Task> request)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await request();
                return;
            }
            catch (UnavailableException) when (TimeProvider.System.GetElapsedTime(started) < Deadline)
            {
                await Task.Delay(50, Cancelled);
            }
        }
    }
}
