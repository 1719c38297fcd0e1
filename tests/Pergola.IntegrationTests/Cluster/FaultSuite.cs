using System.Collections.Concurrent;
using System.Globalization;
using Pergola.Core.Cluster.Caching;
using Pergola.Core.Cluster.Locking;
using Pergola.Core.Cluster.Queues;
using Pergola.Core.Errors;
using Pergola.Testing.Cluster;

namespace Pergola.IntegrationTests.Cluster;

/// <summary>What holds although requests get lost, answers get lost, and both come late or twice.</summary>
public abstract class FaultSuite(ClusterFixture fixture) : ClusterSuite(fixture)
{
    private const int Seed = 4711;

    [Fact]
    public async Task The_queue_loses_nothing()
    {
        const int Messages = 60;
        var channel = NewName();
        var visibility = TimeSpan.FromMilliseconds(400);
        var (one, two) = (Bad(First, Seed), Bad(Second, Seed + 1));
        var done = new ConcurrentDictionary<string, int>();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        async Task ConsumeAsync(ClusterNode node)
        {
            while (!ended.IsCancellationRequested)
            {
                try
                {
                    var received = await node.Queue.ReceiveAsync(channel, 5, visibility, visibility, ended.Token);
                    foreach (var delivery in received)
                    {
                        done.AddOrUpdate(Text(delivery.Body), 1, (_, times) => times + 1);
                        await node.Queue.CompleteAsync(delivery, ended.Token);
                    }
                }
                catch (Exception failure) when (failure is UnavailableException or OperationCanceledException)
                {
                    // What it had comes back.
                }
            }
        }

        var consumers = new[] { ConsumeAsync(one), ConsumeAsync(two), ConsumeAsync(two) };
        for (var n = 0; n < Messages; n++)
        {
            var body = Bytes($"m{n}");
            await UntilAnsweredAsync(() => one.Queue.PublishAsync(channel, body, PublishOptions.Default, Cancelled));
        }

        await EventuallyAsync(
            async () => await First.Queue.DepthAsync(channel, Cancelled) == new QueueDepth(0, 0, 0, 0),
            "the queue is empty"
        );
        await ended.CancelAsync();
        await Task.WhenAll(consumers);
        Assert.Equal(Messages, done.Count);
    }

    [Fact]
    public async Task Tokens_keep_out_those_who_have_lost_the_lock()
    {
        var key = NewName();
        var register = new FencedRegister();
        var life = TimeSpan.FromMilliseconds(200);
        var grown = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 3),
            Cancelled,
            async (n, cancelled) =>
            {
                var node = Bad(n % 2 == 0 ? First : Second, Seed + n, worst: true);
                var random = new Random(Seed + n);
                for (var turn = 0; turn < 6; turn++)
                {
                    try
                    {
                        await using var held = await node.Locks.AcquireAsync(key, life, Deadline, cancelled);
                        var value = register.Read(held.Token);

                        // Some take longer than their lock lives and do not ask.
                        await Task.Delay(random.Next(4) == 0 ? 250 : 5, cancelled);
                        if (value is { } known && register.Write(held.Token, known + 1))
                        {
                            Interlocked.Increment(ref grown);
                        }
                    }
                    catch (UnavailableException)
                    {
                        // Not this time.
                    }
                }
            }
        );
        Assert.Equal(grown, register.Value);
        Assert.True(grown > 5, $"only {grown} turns came through");
    }

    [Fact]
    public async Task Of_those_who_replace_a_value_none_overwrites_another()
    {
        var key = new CacheKey("main", "faults", NewName());
        await First.Cache.SetAsync(key, Bytes("0"), null, Cancelled);
        var replaced = new ConcurrentBag<long>();
        var unknown = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 4),
            Cancelled,
            async (n, cancelled) =>
            {
                var cache = Bad(n % 2 == 0 ? First : Second, Seed + n).Cache;
                for (var turn = 0; turn < 30; turn++)
                {
                    var current = await UntilAnsweredAsync(() => cache.GetAsync(key, cancelled).AsTask());
                    var value = long.Parse(Text(current), CultureInfo.InvariantCulture);
                    try
                    {
                        var next = Bytes((value + 1).ToString(CultureInfo.InvariantCulture));
                        if (await cache.ReplaceAsync(key, current!, next, null, cancelled))
                        {
                            replaced.Add(value);
                        }
                    }
                    catch (UnavailableException)
                    {
                        Interlocked.Increment(ref unknown);
                    }
                }
            }
        );
        var last = long.Parse(Text((await Second.Cache.GetAsync(key, Cancelled))!), CultureInfo.InvariantCulture);
        Assert.Equal(replaced.Count, replaced.Distinct().Count());
        Assert.All(replaced, value => Assert.True(value < last));
        Assert.InRange(last, replaced.Count, replaced.Count + unknown + 30);
    }

    [Fact]
    public async Task Messages_get_lost_but_nobody_stays_behind()
    {
        var channel = NewName();
        var revision = 0;
        var known = 0;
        var faults = new Faults(Seed) { Late = 0.3, Lost = 0.2 };
        var bad = Second.With(faults).PubSub;
        void CatchUp() => Interlocked.Exchange(ref known, Volatile.Read(ref revision));
        bad.Reconnected += (_, _) => CatchUp();
        await using var subscription = await bad.SubscribeAsync(
            channel,
            (_, _) =>
            {
                CatchUp();
                return Task.CompletedTask;
            },
            Cancelled
        );

        for (var n = 0; n < 20; n++)
        {
            Interlocked.Increment(ref revision);
            await First.PubSub.PublishAsync(channel, Bytes("changed"), Cancelled);
        }

        await EventuallyAsync(() => new(known > 0), "some arrive");
        faults.Disconnect();
        var before = Interlocked.Increment(ref revision);
        await First.PubSub.PublishAsync(channel, Bytes("changed"), Cancelled);
        await Assert.ThrowsAsync<UnavailableException>(() => bad.PublishAsync(channel, Bytes("x"), Cancelled));
        await Task.Delay(100, Cancelled);
        Assert.True(known < before);
        faults.Reconnect();
        Assert.Equal(before, known);
    }

    private static ClusterNode Bad(ClusterNode node, int seed, bool worst = false) =>
        node.With(
            new Faults(seed)
            {
                Late = 0.2,
                LongestDelay = worst ? TimeSpan.FromMilliseconds(150) : TimeSpan.FromMilliseconds(20),
                Lost = 0.1,
                Unanswered = 0.1,
                Doubled = 0.1,
            }
        );

    private static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> request)
    {
        while (true)
        {
            try
            {
                return await request();
            }
            catch (UnavailableException)
            {
                // Again.
            }
        }
    }

    /// <summary>What a lock protects, if those who write show their token.</summary>
    private sealed class FencedRegister
    {
        private readonly Lock _lock = new();
        private long _token;

        public int Value { get; private set; }

        public int? Read(long token)
        {
            lock (_lock)
            {
                if (token < _token)
                {
                    return null;
                }

                _token = token;
                return Value;
            }
        }

        public bool Write(long token, int value)
        {
            lock (_lock)
            {
                if (token < _token)
                {
                    return false;
                }

                // Nobody who was let in wrote in between.
                Assert.Equal(Value + 1, value);
                Value = value;
                return true;
            }
        }
    }
}

public sealed class MemoryFaultTests(MemoryClusterFixture fixture)
    : FaultSuite(fixture),
        IClassFixture<MemoryClusterFixture>;

public sealed class PostgreSqlFaultTests(PostgreSqlClusterFixture fixture)
    : FaultSuite(fixture),
        IClassFixture<PostgreSqlClusterFixture>;

public sealed class RedisFaultTests(RedisClusterFixture fixture)
    : FaultSuite(fixture),
        IClassFixture<RedisClusterFixture>;
