using Pergola.Core.Cluster.Caching;
using StackExchange.Redis;

namespace Pergola.Cluster.Redis;

/// <summary>A cache in Redis; what it drops when memory runs short is the server's setting.</summary>
internal sealed class RedisCache(RedisConnection connection, RedisKeys keys) : ICache
{
    private const string Replace = """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
        if ARGV[3] == '' then redis.call('SET', KEYS[1], ARGV[2])
        else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
        return 1
        """;

    private const string Count = """
        local value = redis.call('INCRBY', KEYS[1], ARGV[1])
        if ARGV[3] == '1' or redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
        return {value, redis.call('PTTL', KEYS[1])}
        """;

    public async ValueTask<byte[]?> GetAsync(CacheKey key, CancellationToken cancellationToken) =>
        await connection.RunAsync(async d => (byte[]?)await d.StringGetAsync(Name(key)), cancellationToken);

    public async ValueTask SetAsync(
        CacheKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    ) => await connection.RunAsync(d => d.StringSetAsync(Name(key), value.ToArray(), life), cancellationToken);

    public async ValueTask<bool> AddAsync(
        CacheKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    ) =>
        await connection.RunAsync(
            d => d.StringSetAsync(Name(key), value.ToArray(), life, When.NotExists),
            cancellationToken
        );

    public async ValueTask<bool> ReplaceAsync(
        CacheKey key,
        ReadOnlyMemory<byte> expected,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    ) =>
        (bool)
            await connection.RunAsync(
                Replace,
                [Name(key)],
                cancellationToken,
                expected.ToArray(),
                value.ToArray(),
                life is { } given ? Milliseconds(given) : RedisValue.EmptyString
            );

    public async ValueTask<CacheCount> CountAsync(
        CacheKey key,
        long amount,
        CounterLife life,
        CancellationToken cancellationToken
    )
    {
        var counted = (long[])
            await connection.RunAsync(
                Count,
                [Name(key)],
                cancellationToken,
                amount,
                Milliseconds(life.Length),
                life.Slides ? 1 : 0
            );
        return new CacheCount(counted[0], TimeSpan.FromMilliseconds(counted[1]));
    }

    public async ValueTask<bool> RemoveAsync(CacheKey key, CancellationToken cancellationToken) =>
        await connection.RunAsync(d => d.KeyDeleteAsync(Name(key)), cancellationToken);

    public async ValueTask RemoveAllAsync(string app, string? prefix, CancellationToken cancellationToken) =>
        await connection.RemoveAsync(keys.Cache + CacheKey.ShelfOf(app, prefix), cancellationToken);

    private RedisKey Name(CacheKey key) => keys.Cache + key;

    private static RedisValue Milliseconds(TimeSpan span) => Math.Max(1, (long)span.TotalMilliseconds);
}
