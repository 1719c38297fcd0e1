using System.Collections.Concurrent;
using Pergola.Core.Cluster.Queues;

namespace Pergola.IntegrationTests.Cluster;

public abstract class QueueSuite(ClusterFixture fixture) : ClusterSuite(fixture)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    private readonly string _channel = "main.work." + NewName();

    [Fact]
    public async Task What_is_published_is_received_in_order_until_it_is_completed()
    {
        for (var n = 0; n < 12; n++)
        {
            await First.Queue.PublishAsync(_channel, Bytes($"m{n}"), PublishOptions.Default, Cancelled);
        }

        var some = await Second.Queue.ReceiveAsync(_channel, 5, Long, TimeSpan.Zero, Cancelled);
        var rest = await First.Queue.ReceiveAsync(_channel, 100, Long, TimeSpan.Zero, Cancelled);
        Assert.Equal(Enumerable.Range(0, 12).Select(n => $"m{n}"), some.Concat(rest).Select(d => Text(d.Body)));
        Assert.Equal(12, some.Concat(rest).Select(d => d.Id).Distinct().Count());
        Assert.All(rest, d => Assert.Equal(0, d.Failures));
        Assert.Equal(new QueueDepth(0, 0, 12, 0), await First.Queue.DepthAsync(_channel, Cancelled));

        foreach (var delivery in some.Concat(rest))
        {
            Assert.True(await Second.Queue.CompleteAsync(delivery, Cancelled));
            Assert.False(await Second.Queue.CompleteAsync(delivery, Cancelled));
        }

        Assert.Equal(new QueueDepth(0, 0, 0, 0), await First.Queue.DepthAsync(_channel, Cancelled));
        Assert.Empty(await First.Queue.ReceiveAsync(_channel, 5, Long, TimeSpan.Zero, Cancelled));
    }

    [Fact]
    public async Task Who_waits_is_woken()
    {
        var waiting = Second.Queue.ReceiveAsync(_channel, 5, Long, TimeSpan.FromMinutes(1), Cancelled);
        await Task.Delay(300, Cancelled);
        Assert.False(waiting.IsCompleted);
        var started = TimeProvider.System.GetTimestamp();
        await First.Queue.PublishAsync(_channel, Bytes("x"), PublishOptions.Default, Cancelled);
        Assert.Equal("x", Text(Assert.Single(await waiting.WaitAsync(Deadline, Cancelled)).Body));
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Who_waits_in_vain_receives_nothing()
    {
        Assert.Empty(await First.Queue.ReceiveAsync(_channel, 5, Long, Short, Cancelled));
        using var ended = new CancellationTokenSource(Short);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            First.Queue.ReceiveAsync(_channel, 5, Long, Long, ended.Token)
        );
    }

    [Fact]
    public async Task A_delayed_message_comes_when_it_is_time()
    {
        var started = TimeProvider.System.GetTimestamp();
        var delayed = new PublishOptions { Delay = TimeSpan.FromMilliseconds(500) };
        await First.Queue.PublishAsync(_channel, Bytes("later"), delayed, Cancelled);
        Assert.Equal(new QueueDepth(0, 1, 0, 0), await First.Queue.DepthAsync(_channel, Cancelled));
        Assert.Empty(await Second.Queue.ReceiveAsync(_channel, 5, Long, TimeSpan.Zero, Cancelled));
        var delivery = Assert.Single(await Second.Queue.ReceiveAsync(_channel, 5, Long, Deadline, Cancelled));
        Assert.Equal("later", Text(delivery.Body));
        Assert.InRange(
            TimeProvider.System.GetElapsedTime(started),
            TimeSpan.FromMilliseconds(480),
            TimeSpan.FromSeconds(4)
        );
    }

    [Fact]
    public async Task A_message_whose_consumer_dies_comes_back_and_is_no_longer_the_first_ones()
    {
        await First.Queue.PublishAsync(_channel, Bytes("x"), PublishOptions.Default, Cancelled);
        var dead = Assert.Single(await First.Queue.ReceiveAsync(_channel, 5, Short, TimeSpan.Zero, Cancelled));
        Assert.Empty(await Second.Queue.ReceiveAsync(_channel, 5, Long, TimeSpan.Zero, Cancelled));

        var again = Assert.Single(await Second.Queue.ReceiveAsync(_channel, 5, Long, Deadline, Cancelled));
        Assert.Equal(dead.Id, again.Id);
        Assert.Equal(0, again.Failures);
        Assert.False(await First.Queue.CompleteAsync(dead, Cancelled));
        Assert.False(await First.Queue.ExtendAsync(dead, Long, Cancelled));
        Assert.False(await First.Queue.GiveBackAsync(dead, Cancelled));
        Assert.False(await First.Queue.FailAsync(dead, "late", Cancelled));
        Assert.True(await Second.Queue.CompleteAsync(again, Cancelled));
    }

    [Fact]
    public async Task Who_extends_keeps_it()
    {
        await First.Queue.PublishAsync(_channel, Bytes("x"), PublishOptions.Default, Cancelled);
        var delivery = Assert.Single(await First.Queue.ReceiveAsync(_channel, 5, Short, TimeSpan.Zero, Cancelled));
        Assert.True(await First.Queue.ExtendAsync(delivery, Long, Cancelled));
        Assert.Empty(await Second.Queue.ReceiveAsync(_channel, 5, Long, Short * 2, Cancelled));
        Assert.True(await First.Queue.CompleteAsync(delivery, Cancelled));
    }

    [Fact]
    public async Task What_is_given_back_is_there_at_once_for_those_who_wait()
    {
        await First.Queue.PublishAsync(_channel, Bytes("x"), PublishOptions.Default, Cancelled);
        var one = Assert.Single(await First.Queue.ReceiveAsync(_channel, 5, Long, TimeSpan.Zero, Cancelled));
        var waiting = Second.Queue.ReceiveAsync(_channel, 5, Long, Long, Cancelled);
        await Task.Delay(100, Cancelled);
        Assert.True(await First.Queue.GiveBackAsync(one, Cancelled));
        var two = Assert.Single(await waiting.WaitAsync(Deadline, Cancelled));
        Assert.Equal(one.Id, two.Id);
        Assert.NotEqual(one.Receipt, two.Receipt);
        Assert.Equal(0, two.Failures);
    }

    [Fact]
    public async Task What_fails_is_tried_again_with_growing_pauses_and_then_put_aside()
    {
        var options = new PublishOptions { MaxRetries = 2, BackOff = TimeSpan.FromMilliseconds(150) };
        var id = await First.Queue.PublishAsync(_channel, Bytes("bad"), options, Cancelled);
        var pauses = new List<TimeSpan>();
        var failed = TimeProvider.System.GetTimestamp();
        for (var attempt = 0; attempt <= 2; attempt++)
        {
            var delivery = Assert.Single(await Second.Queue.ReceiveAsync(_channel, 5, Long, Deadline, Cancelled));
            pauses.Add(TimeProvider.System.GetElapsedTime(failed));
            Assert.Equal(attempt, delivery.Failures);
            failed = TimeProvider.System.GetTimestamp();
            Assert.True(await Second.Queue.FailAsync(delivery, $"error {attempt}", Cancelled));
        }

        Assert.InRange(pauses[1], TimeSpan.FromMilliseconds(140), TimeSpan.FromSeconds(4));
        Assert.InRange(pauses[2], TimeSpan.FromMilliseconds(290), TimeSpan.FromSeconds(4));
        Assert.Empty(await First.Queue.ReceiveAsync(_channel, 5, Long, Short, Cancelled));
        Assert.Equal(new QueueDepth(0, 0, 0, 1), await First.Queue.DepthAsync(_channel, Cancelled));
        var letter = Assert.Single(await First.Queue.DeadLetters.ListAsync(_channel, 10, Cancelled));
        Assert.Equal(
            (_channel, id, "bad", 3, "error 2"),
            (letter.Channel, letter.Id, Text(letter.Body), letter.Failures, letter.Error)
        );
        Assert.InRange(
            letter.DiedAt,
            TimeProvider.System.GetUtcNow().AddMinutes(-1),
            TimeProvider.System.GetUtcNow().AddMinutes(1)
        );
    }

    [Fact]
    public async Task Dead_letters_are_tried_anew_or_removed()
    {
        foreach (var text in (string[])["one", "two", "three"])
        {
            await First.Queue.PublishAsync(_channel, Bytes(text), PublishOptions.Default, Cancelled);
            var delivery = Assert.Single(await First.Queue.ReceiveAsync(_channel, 5, Long, TimeSpan.Zero, Cancelled));
            Assert.True(await First.Queue.FailAsync(delivery, "no", Cancelled));
        }

        var dead = First.Queue.DeadLetters;
        var letters = await dead.ListAsync(_channel, 2, Cancelled);
        Assert.Equal(["three", "two"], letters.Select(l => Text(l.Body)));
        Assert.False(await dead.RetryAsync(_channel + "x", letters[0].Id, Cancelled));
        Assert.False(await dead.RemoveAsync(_channel, "none", Cancelled));
        Assert.True(await dead.RemoveAsync(_channel, letters[1].Id, Cancelled));
        Assert.False(await dead.RemoveAsync(_channel, letters[1].Id, Cancelled));
        var waiting = Second.Queue.ReceiveAsync(_channel, 5, Long, Long, Cancelled);
        await Task.Delay(50, Cancelled);
        Assert.True(await dead.RetryAsync(_channel, letters[0].Id, Cancelled));
        var again = Assert.Single(await waiting.WaitAsync(Deadline, Cancelled));
        Assert.Equal(("three", 0), (Text(again.Body), again.Failures));
        Assert.Equal("one", Text(Assert.Single(await dead.ListAsync(_channel, 10, Cancelled)).Body));
    }

    [Fact]
    public async Task A_message_that_nobody_survives_is_put_aside()
    {
        await First.Queue.PublishAsync(_channel, Bytes("poison"), PublishOptions.Default, Cancelled);
        for (var loss = 0; loss < PublishOptions.MostLosses; loss++)
        {
            var lost = await First.Queue.ReceiveAsync(_channel, 1, TimeSpan.FromMilliseconds(1), Deadline, Cancelled);
            Assert.Single(lost);
        }

        Assert.Empty(await First.Queue.ReceiveAsync(_channel, 1, Long, Short, Cancelled));
        var letter = Assert.Single(await First.Queue.DeadLetters.ListAsync(_channel, 10, Cancelled));
        Assert.Equal("It was received again and again and never completed.", letter.Error);
    }

    [Fact]
    public async Task Each_message_is_received_by_one_of_many()
    {
        const int Messages = 200;
        var seen = new ConcurrentDictionary<string, int>();
        var left = Messages;
        async Task ConsumeAsync(ClusterNode node)
        {
            while (Volatile.Read(ref left) > 0)
            {
                foreach (var delivery in await node.Queue.ReceiveAsync(_channel, 7, Long, Short, Cancelled))
                {
                    seen.AddOrUpdate(Text(delivery.Body), 1, (_, times) => times + 1);
                    Assert.True(await node.Queue.CompleteAsync(delivery, Cancelled));
                    Interlocked.Decrement(ref left);
                }
            }
        }

        var consumers = Enumerable.Range(0, 6).Select(n => ConsumeAsync(n % 2 == 0 ? First : Second)).ToList();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Messages),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancelled },
            async (n, c) => await First.Queue.PublishAsync(_channel, Bytes($"m{n}"), PublishOptions.Default, c)
        );
        await Task.WhenAll(consumers).WaitAsync(Deadline, Cancelled);
        Assert.Equal(Messages, seen.Count);
        Assert.All(seen.Values, times => Assert.Equal(1, times));
    }
}

public sealed class MemoryQueueTests(MemoryClusterFixture fixture)
    : QueueSuite(fixture),
        IClassFixture<MemoryClusterFixture>;

public sealed class LateQueueTests(LateClusterFixture fixture) : QueueSuite(fixture), IClassFixture<LateClusterFixture>;

public sealed class PostgreSqlQueueTests(PostgreSqlClusterFixture fixture)
    : QueueSuite(fixture),
        IClassFixture<PostgreSqlClusterFixture>;

public sealed class RedisQueueTests(RedisClusterFixture fixture)
    : QueueSuite(fixture),
        IClassFixture<RedisClusterFixture>;
