using StackExchange.Redis;

namespace Pergola.Cluster.Redis;

/// <summary>
/// Names of keys. What one script touches has the same part in braces, so that it lies on one node of a Redis that is spread
/// over several.
/// </summary>
internal sealed class RedisKeys(string installation)
{
    private readonly string _start = $"pergola:{installation}:";

    public string Signals => _start + "signals";

    public RedisKey LockTokens => _start + "{lock}-tokens";

    /// <summary>What the keys of all cached values begin with.</summary>
    public string Cache => _start + "cache:";

    public RedisKey Lock(string key) => $"{_start}{{lock}}:{key}";

    /// <summary>Due times, bodies, states, those in flight, the dead ones and the last number of a channel's messages.</summary>
    public RedisKey[] Queue(string channel)
    {
        var start = $"{_start}queue:{{{channel}}}:";
        return [start + "due", start + "body", start + "state", start + "flight", start + "dead", start + "last"];
    }
}
