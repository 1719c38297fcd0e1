using System.Globalization;
using Pergola.Core.Cluster.WorkerIds;
using StackExchange.Redis;

namespace Pergola.Cluster.Redis;

/// <summary>
/// Worker numbers in a hash, by the clock of the server. When the hash is missing nobody knows what was leased before, so all
/// new leases begin where the longest of those has ended: their first ids lie two minutes ahead.
/// </summary>
internal sealed class RedisWorkerIds(RedisConnection connection, RedisKeys keys) : IWorkerIdAllocator
{
    private const string Lease = """
        local time = redis.call('TIME')
        local now, life, margin = tonumber(time[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
        if redis.call('EXISTS', KEYS[1]) == 0 then
            redis.call('HSET', KEYS[1], 'known', now + life + margin)
        end
        local from = math.max(now, tonumber(redis.call('HGET', KEYS[1], 'known')))
        for offset = 0, 255 do
            local slot = (tonumber(ARGV[4]) + offset) % 256
            local held = redis.call('HGET', KEYS[1], slot)
            local free = held and tonumber(string.match(held, '^%d+')) + margin or 0
            if free <= now then
                local till = from + life
                redis.call('HSET', KEYS[1], slot, string.format('%.0f %s', till, ARGV[1]))
                return {slot, from, till, now}
            end
        end
        return false
        """;

    private const string Renew = """
        local held = redis.call('HGET', KEYS[1], ARGV[1])
        if not held or string.match(held, '%S+$') ~= ARGV[2] then return false end
        local now = tonumber(redis.call('TIME')[1])
        local till = math.max(tonumber(string.match(held, '^%d+')), now + tonumber(ARGV[3]))
        redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f %s', till, ARGV[2]))
        return {till, now}
        """;

    private const string Release = """
        local held = redis.call('HGET', KEYS[1], ARGV[1])
        if held and string.match(held, '%S+$') == ARGV[2] then
            local till = math.min(tonumber(string.match(held, '^%d+')), tonumber(ARGV[3]))
            redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f -', till))
        end
        return 1
        """;

    private static readonly long Life = (long)IWorkerIdAllocator.Life.TotalSeconds;
    private static readonly long Margin = (long)IWorkerIdAllocator.Margin.TotalSeconds;

    public async Task<WorkerLease?> LeaseAsync(CancellationToken cancellationToken)
    {
        var holder = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        var first = Random.Shared.Next(IWorkerIdAllocator.Slots);
        var leased = await connection.RunAsync(Lease, [keys.Workers], cancellationToken, holder, Life, Margin, first);
        return (long[]?)leased is [var slot, var from, var until, var now]
            ? new WorkerLease((int)slot, holder, from, until, DateTimeOffset.FromUnixTimeSeconds(now))
            : null;
    }

    public async Task<WorkerLease?> RenewAsync(WorkerLease lease, CancellationToken cancellationToken)
    {
        var renewed = await connection.RunAsync(
            Renew,
            [keys.Workers],
            cancellationToken,
            lease.Slot,
            lease.Holder,
            Life
        );
        return (long[]?)renewed is [var until, var now]
            ? lease with
            {
                Until = until,
                Now = DateTimeOffset.FromUnixTimeSeconds(now),
            }
            : null;
    }

    public Task ReleaseAsync(WorkerLease lease, long lastSecond, CancellationToken cancellationToken) =>
        connection.RunAsync(Release, [keys.Workers], cancellationToken, lease.Slot, lease.Holder, lastSecond + 1);
}
