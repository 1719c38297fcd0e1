using Pergola.Core.Cluster.Caching;

namespace Pergola.IntegrationTests.Cluster;

public abstract class CacheSuite(ClusterFixture fixture) : ClusterSuite(fixture)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task What_one_node_sets_the_other_reads()
    {
        var key = NewKey();
        Assert.Null(await Second.Cache.GetAsync(key, Cancelled));
        byte[] value = [0, 255, 10, 13, 0];
        await First.Cache.SetAsync(key, value, Long, Cancelled);
        Assert.Equal(value, await Second.Cache.GetAsync(key, Cancelled));
        await Second.Cache.SetAsync(key, Bytes(""), null, Cancelled);
        Assert.Empty((await First.Cache.GetAsync(key, Cancelled))!);
    }

    [Fact]
    public async Task What_is_removed_is_gone()
    {
        var key = NewKey();
        await First.Cache.SetAsync(key, Bytes("one"), Long, Cancelled);
        Assert.True(await Second.Cache.RemoveAsync(key, Cancelled));
        Assert.False(await Second.Cache.RemoveAsync(key, Cancelled));
        Assert.Null(await First.Cache.GetAsync(key, Cancelled));
    }

    [Fact]
    public async Task Values_end_with_their_life()
    {
        var key = NewKey();
        await First.Cache.SetAsync(key, Bytes("one"), Short, Cancelled);
        await EventuallyAsync(async () => await Second.Cache.GetAsync(key, Cancelled) is null, "the value ends");
        Assert.False(await First.Cache.ReplaceAsync(key, Bytes("one"), Bytes("two"), Long, Cancelled));
        Assert.False(await First.Cache.RemoveAsync(key, Cancelled));
        Assert.True(await First.Cache.AddAsync(key, Bytes("two"), Long, Cancelled));
        Assert.Equal("two", Text(await Second.Cache.GetAsync(key, Cancelled)));
    }

    [Fact]
    public async Task Of_many_who_add_one_does()
    {
        var key = NewKey();
        var added = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(n => Node(n).Cache.AddAsync(key, Bytes(n.ToString()), Long, Cancelled).AsTask())
        );
        var winner = Assert.Single(Enumerable.Range(0, 20), n => added[n]);
        Assert.Equal(winner.ToString(), Text(await First.Cache.GetAsync(key, Cancelled)));
    }

    [Fact]
    public async Task Of_many_who_replace_the_same_value_one_does()
    {
        var key = NewKey();
        await First.Cache.SetAsync(key, Bytes("old"), Long, Cancelled);
        var replaced = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(n => Node(n).Cache.ReplaceAsync(key, Bytes("old"), Bytes("new" + n), Long, Cancelled).AsTask())
        );
        var winner = Assert.Single(Enumerable.Range(0, 20), n => replaced[n]);
        Assert.Equal("new" + winner, Text(await Second.Cache.GetAsync(key, Cancelled)));
        Assert.Equal("new" + winner, Text(await First.Cache.GetAsync(key, Cancelled)));
    }

    [Fact]
    public async Task Nothing_is_replaced_where_nothing_is()
    {
        var key = NewKey();
        Assert.False(await First.Cache.ReplaceAsync(key, Bytes(""), Bytes("new"), null, Cancelled));
        Assert.Null(await First.Cache.GetAsync(key, Cancelled));
    }

    [Fact]
    public async Task Counters_lose_no_count()
    {
        var key = NewKey();
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(n => Node(n).Cache.CountAsync(key, 1, new CounterLife(Long), Cancelled).AsTask())
        );
        Assert.Equal(Enumerable.Range(1, 50).Select(n => (long)n), counts.Select(c => c.Value).Order());
        var less = await Second.Cache.CountAsync(key, -7, new CounterLife(Long), Cancelled);
        Assert.Equal(43, less.Value);
        Assert.InRange(less.Left, TimeSpan.FromSeconds(30), Long);
        Assert.Equal("43", Text(await First.Cache.GetAsync(key, Cancelled)));
    }

    [Fact]
    public async Task Counters_end_with_their_window_or_slide()
    {
        var (fixedKey, slidingKey) = (NewKey(), NewKey());
        var life = TimeSpan.FromMilliseconds(900);
        var started = TimeProvider.System.GetTimestamp();
        CacheCount window = default;
        CacheCount sliding = default;
        while (TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMilliseconds(1200))
        {
            window = await First.Cache.CountAsync(fixedKey, 1, new CounterLife(life), Cancelled);
            sliding = await First.Cache.CountAsync(slidingKey, 1, new CounterLife(life, Slides: true), Cancelled);
            await Task.Delay(100, Cancelled);
        }

        Assert.True(window.Value < sliding.Value, $"{window.Value} in the window, {sliding.Value} sliding");
        Assert.InRange(sliding.Left, life / 2, life);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("a*b")]
    [InlineData("[a]?")]
    public async Task Removing_all_of_an_app_leaves_the_others(string name)
    {
        var app = name + NewName();
        var one = new CacheKey(app, "users", "1");
        var other = new CacheKey(app, "roles", "1");
        var neighbour = new CacheKey(app + "x", "users", "1");
        foreach (var key in (CacheKey[])[one, other, neighbour])
        {
            await First.Cache.SetAsync(key, Bytes("v"), Long, Cancelled);
        }

        await Second.Cache.RemoveAllAsync(app, "users", Cancelled);
        Assert.Null(await First.Cache.GetAsync(one, Cancelled));
        Assert.NotNull(await First.Cache.GetAsync(other, Cancelled));

        await Second.Cache.RemoveAllAsync(app, null, Cancelled);
        Assert.Null(await First.Cache.GetAsync(other, Cancelled));
        Assert.NotNull(await First.Cache.GetAsync(neighbour, Cancelled));
    }

    private static CacheKey NewKey() => new("main", "test", NewName());

    private ClusterNode Node(int n) => n % 2 == 0 ? First : Second;
}

public sealed class MemoryCacheTests(MemoryClusterFixture fixture)
    : CacheSuite(fixture),
        IClassFixture<MemoryClusterFixture>;

public sealed class LateCacheTests(LateClusterFixture fixture) : CacheSuite(fixture), IClassFixture<LateClusterFixture>;

public sealed class PostgreSqlCacheTests(PostgreSqlClusterFixture fixture)
    : CacheSuite(fixture),
        IClassFixture<PostgreSqlClusterFixture>;

public sealed class RedisCacheTests(RedisClusterFixture fixture)
    : CacheSuite(fixture),
        IClassFixture<RedisClusterFixture>;
