using System.Collections.Concurrent;
using System.Globalization;
using Pergola.Core.Cluster.PubSub;

namespace Pergola.IntegrationTests.Cluster;

public abstract class PubSubSuite(ClusterFixture fixture) : ClusterSuite(fixture)
{
    [Fact]
    public async Task Messages_reach_every_node_and_say_who_sent_them()
    {
        var channel = ChannelName.Of("main", "sync", NewName());
        var (here, there) = (new ConcurrentQueue<PubSubMessage>(), new ConcurrentQueue<PubSubMessage>());
        await using var one = await SubscribeAsync(First, channel, here);
        await using var two = await SubscribeAsync(Second, channel, there);

        await First.PubSub.PublishAsync(channel, Bytes("hello"), Cancelled);
        await EventuallyAsync(() => new(here.Count == 1 && there.Count == 1), "both have it");

        var own = here.First();
        var foreign = there.First();
        Assert.True(own.IsOwn);
        Assert.False(foreign.IsOwn);
        Assert.Equal(First.PubSub.PublisherId, foreign.Publisher);
        Assert.NotEqual(First.PubSub.PublisherId, Second.PubSub.PublisherId);
        Assert.Equal(channel, foreign.Channel);
        Assert.Equal("hello", Text(foreign.Body));
    }

    [Fact]
    public async Task Other_channels_and_ended_subscriptions_hear_nothing()
    {
        var channel = NewName();
        var (ended, other, heard) = (
            new ConcurrentQueue<PubSubMessage>(),
            new ConcurrentQueue<PubSubMessage>(),
            new ConcurrentQueue<PubSubMessage>()
        );
        await using var one = await SubscribeAsync(Second, channel, heard);
        await using var two = await SubscribeAsync(Second, channel + ".more", other);
        await (await SubscribeAsync(Second, channel, ended)).DisposeAsync();

        await First.PubSub.PublishAsync(channel, Bytes("x"), Cancelled);
        await EventuallyAsync(() => new(heard.Count == 1), "it arrives");
        Assert.Empty(ended);
        Assert.Empty(other);
    }

    [Fact]
    public async Task Messages_of_one_node_arrive_in_order_long_ones_among_them()
    {
        var channel = NewName();
        var heard = new ConcurrentQueue<PubSubMessage>();
        await using var subscription = await SubscribeAsync(Second, channel, heard);
        for (var n = 0; n < 60; n++)
        {
            var filler = new string('x', n % 10 == 5 ? 20_000 : 10);
            await First.PubSub.PublishAsync(channel, Bytes($"{n} {filler}"), Cancelled);
        }

        await EventuallyAsync(() => new(heard.Count == 60), "all arrive");
        Assert.Equal(
            Enumerable.Range(0, 60),
            heard.Select(m => int.Parse(Text(m.Body).Split(' ')[0], CultureInfo.InvariantCulture))
        );
    }

    [Fact]
    public async Task Bodies_are_bytes_up_to_a_limit()
    {
        var channel = NewName();
        var heard = new ConcurrentQueue<PubSubMessage>();
        await using var subscription = await SubscribeAsync(Second, channel, heard);
        var body = new byte[IPubSub.LongestBody];
        new Random(1).NextBytes(body);

        await First.PubSub.PublishAsync(channel, body, Cancelled);
        await First.PubSub.PublishAsync(channel, ReadOnlyMemory<byte>.Empty, Cancelled);
        await EventuallyAsync(() => new(heard.Count == 2), "both arrive");
        Assert.True(heard.First().Body.Span.SequenceEqual(body));
        Assert.True(heard.Last().Body.IsEmpty);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            First.PubSub.PublishAsync(channel, new byte[IPubSub.LongestBody + 1], Cancelled)
        );
    }

    [Fact]
    public async Task A_handler_that_hangs_or_throws_holds_up_nobody()
    {
        var channel = NewName();
        var heard = new ConcurrentQueue<PubSubMessage>();
        var attempts = 0;
        await using var hanging = await Second.PubSub.SubscribeAsync(
            channel,
            (_, ended) => Task.Delay(Timeout.Infinite, ended),
            Cancelled
        );
        await using var throwing = await Second.PubSub.SubscribeAsync(
            channel,
            (_, _) => throw new InvalidOperationException($"attempt {Interlocked.Increment(ref attempts)}"),
            Cancelled
        );
        await using var good = await SubscribeAsync(Second, channel, heard);

        await First.PubSub.PublishAsync(channel, Bytes("1"), Cancelled);
        await First.PubSub.PublishAsync(channel, Bytes("2"), Cancelled);
        await EventuallyAsync(() => new(heard.Count == 2 && attempts == 2), "both are handled");
    }

    private static Task<IAsyncDisposable> SubscribeAsync(
        ClusterNode node,
        string channel,
        ConcurrentQueue<PubSubMessage> heard
    ) =>
        node.PubSub.SubscribeAsync(
            channel,
            (message, _) =>
            {
                heard.Enqueue(message);
                return Task.CompletedTask;
            },
            Cancelled
        );
}

public sealed class MemoryPubSubTests(MemoryClusterFixture fixture)
    : PubSubSuite(fixture),
        IClassFixture<MemoryClusterFixture>;

public sealed class LatePubSubTests(LateClusterFixture fixture)
    : PubSubSuite(fixture),
        IClassFixture<LateClusterFixture>;

public sealed class PostgreSqlPubSubTests(PostgreSqlClusterFixture fixture)
    : PubSubSuite(fixture),
        IClassFixture<PostgreSqlClusterFixture>;

public sealed class RedisPubSubTests(RedisClusterFixture fixture)
    : PubSubSuite(fixture),
        IClassFixture<RedisClusterFixture>;
