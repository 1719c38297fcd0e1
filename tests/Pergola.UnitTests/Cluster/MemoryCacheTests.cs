using Pergola.Core.Cluster.Caching;
using Pergola.Testing.Cluster;
using Xunit;

namespace Pergola.UnitTests.Cluster;

public sealed class MemoryCacheTests
{
    private readonly ManualClock _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task A_full_cache_drops_what_was_used_longest_ago()
    {
        var cache = new MemoryCache(_clock, mostEntries: 3);
        foreach (var key in (string[])["a", "b", "c"])
        {
            await SetAsync(cache, new CacheKey("main", "users", key));
        }

        Assert.NotNull(await GetAsync(cache, new CacheKey("main", "users", "a")));
        await SetAsync(cache, new CacheKey("main", "users", "d"));
        Assert.Null(await GetAsync(cache, new CacheKey("main", "users", "b")));
        foreach (var key in (string[])["a", "c", "d"])
        {
            Assert.NotNull(await GetAsync(cache, new CacheKey("main", "users", key)));
        }
    }

    [Fact]
    public async Task A_full_cache_drops_nothing_of_another()
    {
        var cache = new MemoryCache(_clock, mostEntries: 3);
        var counter = new CacheKey("main", "failures", "admin");
        await cache.CountAsync(
            counter,
            1,
            new CounterLife(TimeSpan.FromMinutes(5)),
            TestContext.Current.CancellationToken
        );
        for (var n = 0; n < 100; n++)
        {
            await SetAsync(cache, new CacheKey("main", "users", n.ToString()));
            await SetAsync(cache, new CacheKey("other", "failures", n.ToString()));
        }

        Assert.NotNull(await GetAsync(cache, counter));
    }

    [Theory]
    [InlineData("a:b", "c")]
    [InlineData("a", "b:c")]
    [InlineData("", "c")]
    [InlineData("a", "")]
    public void Names_cannot_reach_into_those_of_others(string app, string prefix) =>
        Assert.Throws<ArgumentException>(() => new CacheKey(app, prefix, "k"));

    [Fact]
    public void Names_have_the_form_of_the_wire() =>
        Assert.Equal("main:users:a:b", new CacheKey("main", "users", "a:b").ToString());

    private static ValueTask SetAsync(MemoryCache cache, CacheKey key) =>
        cache.SetAsync(key, new byte[] { 1 }, null, TestContext.Current.CancellationToken);

    private static ValueTask<byte[]?> GetAsync(MemoryCache cache, CacheKey key) =>
        cache.GetAsync(key, TestContext.Current.CancellationToken);
}
