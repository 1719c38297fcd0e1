using Pergola.Core.Cluster.Locking;

namespace Pergola.Cluster.Redis;

/// <summary>
/// Leases as keys that expire. Tokens follow the server's clock, so that they grow on even when it has lost its data or
/// another one has taken over.
/// </summary>
internal sealed class RedisLeases(RedisConnection connection, RedisKeys keys) : ILeaseStore
{
    private const string Take = """
        if redis.call('EXISTS', KEYS[1]) == 1 then return false end
        local time = redis.call('TIME')
        local token = time[1] * 1000000 + time[2]
        local last = tonumber(redis.call('GET', KEYS[2]) or '0')
        if token <= last then token = last + 1 end
        local text = string.format('%.0f', token)
        redis.call('SET', KEYS[2], text)
        redis.call('SET', KEYS[1], text, 'PX', ARGV[1])
        return text
        """;

    private const string Extend = """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
        return redis.call('PEXPIRE', KEYS[1], ARGV[2])
        """;

    private const string Release = """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
        return redis.call('DEL', KEYS[1])
        """;

    public async Task<long?> TakeAsync(string key, TimeSpan life, CancellationToken cancellationToken)
    {
        var taken = await connection.RunAsync(
            Take,
            [keys.Lock(key), keys.LockTokens],
            cancellationToken,
            (long)life.TotalMilliseconds
        );
        return taken.IsNull ? null : (long)taken;
    }

    public async Task<bool> ExtendAsync(string key, long token, TimeSpan life, CancellationToken cancellationToken) =>
        (bool)
            await connection.RunAsync(Extend, [keys.Lock(key)], cancellationToken, token, (long)life.TotalMilliseconds);

    public async Task<bool> ReleaseAsync(string key, long token, CancellationToken cancellationToken) =>
        (bool)await connection.RunAsync(Release, [keys.Lock(key)], cancellationToken, token);
}
