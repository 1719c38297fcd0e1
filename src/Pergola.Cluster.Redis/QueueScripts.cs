namespace Pergola.Cluster.Redis;

/// <summary>
/// The steps of the queue. Of each message there is a due time, a body and a state: failures (f), losses (l), allowed retries
/// (m), milliseconds of the first pause (b), receipt (r), last error (e).
/// </summary>
internal static class QueueScripts
{
    private const string Start = """
        local due, body, state, flight, dead, last = unpack(KEYS)
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local function read(id) return cjson.decode(redis.call('HGET', state, id)) end
        local function write(id, s) redis.call('HSET', state, id, cjson.encode(s)) end
        local function at(ms) return string.format('%.0f', ms) end

        """;

    private const string Own = """
        local id = ARGV[1]
        if redis.call('HEXISTS', state, id) == 0 then return 0 end
        local s = read(id)
        if s.r ~= ARGV[2] then return 0 end

        """;

    /// <summary>Numbers have equally many digits, because of equal due times the smaller text comes first.</summary>
    public const string Publish =
        Start
        + """
            local id = string.format('%016.0f', redis.call('INCR', last))
            redis.call('HSET', body, id, ARGV[1])
            write(id, {f = 0, l = 0, m = tonumber(ARGV[3]), b = tonumber(ARGV[4])})
            redis.call('ZADD', due, at(now + tonumber(ARGV[2])), id)
            redis.call('PUBLISH', ARGV[5], ARGV[6])
            return id
            """;

    public const string Take =
        Start
        + """
            local taken = {}
            for _, id in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', at(now), 'LIMIT', 0, ARGV[1])) do
                local s = read(id)
                if s.l >= tonumber(ARGV[4]) then
                    s.r = nil
                    s.e = ARGV[5]
                    redis.call('ZREM', due, id)
                    redis.call('SREM', flight, id)
                    redis.call('ZADD', dead, at(now), id)
                else
                    s.l = s.l + 1
                    s.r = ARGV[3]
                    redis.call('ZADD', due, at(now + tonumber(ARGV[2])), id)
                    redis.call('SADD', flight, id)
                    table.insert(taken, id)
                    table.insert(taken, redis.call('HGET', body, id))
                    table.insert(taken, tostring(s.f))
                end
                write(id, s)
            end
            local first = redis.call('ZRANGE', due, 0, 0, 'WITHSCORES')
            table.insert(taken, 1, first[2] and at(tonumber(first[2]) - now) or '')
            return taken
            """;

    public const string Complete =
        Start
        + Own
        + """
            redis.call('ZREM', due, id)
            redis.call('HDEL', body, id)
            redis.call('HDEL', state, id)
            redis.call('SREM', flight, id)
            return 1
            """;

    public const string Extend =
        Start
        + Own
        + """
            redis.call('ZADD', due, at(now + tonumber(ARGV[3])), id)
            return 1
            """;

    public const string GiveBack =
        Start
        + Own
        + """
            s.r = nil
            s.l = s.l - 1
            write(id, s)
            redis.call('SREM', flight, id)
            redis.call('ZADD', due, at(now), id)
            redis.call('PUBLISH', ARGV[3], ARGV[4])
            return 1
            """;

    public const string Fail =
        Start
        + Own
        + """
            s.r = nil
            s.l = s.l - 1
            s.f = s.f + 1
            s.e = ARGV[3]
            write(id, s)
            redis.call('SREM', flight, id)
            if s.f > s.m then
                redis.call('ZREM', due, id)
                redis.call('ZADD', dead, at(now), id)
            else
                redis.call('ZADD', due, at(now + math.min(s.b * 2 ^ math.min(s.f - 1, 20), 3600000)), id)
            end
            redis.call('PUBLISH', ARGV[4], ARGV[5])
            return 1
            """;

    public const string Depth =
        Start
        + """
            local working = 0
            for _, id in ipairs(redis.call('SMEMBERS', flight)) do
                if tonumber(redis.call('ZSCORE', due, id)) > now then working = working + 1 end
            end
            local ready = redis.call('ZCOUNT', due, '-inf', at(now))
            local all = redis.call('ZCARD', due)
            return {ready, all - ready - working, working, redis.call('ZCARD', dead)}
            """;

    public const string ListDead =
        Start
        + """
            local found = {}
            local ids = redis.call('ZREVRANGE', dead, 0, tonumber(ARGV[1]) - 1, 'WITHSCORES')
            for i = 1, #ids, 2 do
                local s = read(ids[i])
                table.insert(found, ids[i])
                table.insert(found, redis.call('HGET', body, ids[i]))
                table.insert(found, tostring(s.f))
                table.insert(found, s.e)
                table.insert(found, ids[i + 1])
            end
            return found
            """;

    public const string RetryDead =
        Start
        + """
            if redis.call('ZREM', dead, ARGV[1]) == 0 then return 0 end
            local s = read(ARGV[1])
            s.f = 0
            s.l = 0
            write(ARGV[1], s)
            redis.call('ZADD', due, at(now), ARGV[1])
            redis.call('PUBLISH', ARGV[2], ARGV[3])
            return 1
            """;

    public const string RemoveDead =
        Start
        + """
            if redis.call('ZREM', dead, ARGV[1]) == 0 then return 0 end
            redis.call('HDEL', body, ARGV[1])
            redis.call('HDEL', state, ARGV[1])
            return 1
            """;
}
