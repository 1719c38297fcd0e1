using Pergola.Core.Cluster;
using Pergola.Core.Cluster.Caching;

namespace Pergola.Hosting.Configuration;

/// <summary>Where the nodes of a cluster meet. Texts of addresses have been checked.</summary>
public sealed class ClusterOptions
{
    private const string Localhost = "redis://localhost:6379/0";

    public string? RedisUrl { get; init; }

    public string? CacheStore { get; init; }

    public int CacheMemoryMax { get; init; } = MemoryCache.DefaultMost;

    public string? CacheRedisUrl { get; init; }

    public string? PubSubRedisUrl { get; init; }

    public string? LockAdapter { get; init; }

    public string? LockRedisUrl { get; init; }

    public string? QueueAdapter { get; init; }

    public string? QueueRedisUrl { get; init; }

    public string? Processes { get; init; }

    /// <summary>Variables whose address has an odd form, and the usual form of it, without the password.</summary>
    public IEnumerable<(string Variable, string Usual)> OddAddresses =>
        from pair in (IEnumerable<(string Variable, string? Text)>)
            [
                ("REDIS_URL", RedisUrl),
                ("CACHE_REDIS_URL", CacheRedisUrl),
                ("PUBSUB_ADAPTER_REDIS_URL", PubSubRedisUrl),
                ("LOCK_ADAPTER_REDIS_URL", LockRedisUrl),
                ("QUEUE_ADAPTER_REDIS_URL", QueueRedisUrl),
            ]
        where pair.Text is not null
        let url = Parse(pair.Text)
        where url.IsOdd
        select (pair.Variable, url.ToString());

    /// <param name="databaseIsShared">Whether the database of the app can stand in for Redis.</param>
    public ClusterBackend Cache(bool databaseIsShared) =>
        CacheStore switch
        {
            "memory" => ClusterBackend.Memory,
            "redis" => On(CacheRedisUrl ?? RedisUrl ?? Localhost),
            _ => OnAny(CacheRedisUrl ?? RedisUrl) ?? Without(databaseIsShared),
        };

    /// <param name="databaseIsShared">Whether the database of the app can stand in for Redis.</param>
    public ClusterBackend PubSub(bool databaseIsShared) =>
        OnAny(PubSubRedisUrl ?? RedisUrl) ?? Without(databaseIsShared);

    /// <param name="databaseIsShared">Whether the database of the app can stand in for Redis.</param>
    public ClusterBackend Locks(bool databaseIsShared) =>
        LockAdapter switch
        {
            "redis" => On(LockRedisUrl ?? RedisUrl ?? Localhost),
            "local" => Without(databaseIsShared),
            _ => OnAny(LockRedisUrl) ?? Without(databaseIsShared),
        };

    /// <param name="databaseIsShared">Whether the database of the app can stand in for Redis.</param>
    public ClusterBackend Queue(bool databaseIsShared) =>
        QueueAdapter == "redis"
            ? On(QueueRedisUrl ?? RedisUrl ?? Localhost)
            : OnAny(QueueRedisUrl) ?? Without(databaseIsShared);

    private static ClusterBackend On(string url) => new(Parse(url), OnDatabase: false);

    private static ClusterBackend? OnAny(string? url) => url is null ? null : On(url);

    private static ClusterBackend Without(bool databaseIsShared) => new(null, databaseIsShared);

    private static RedisUrl Parse(string url) =>
        Core.Cluster.RedisUrl.Parse(url, out var reason)
        ?? throw new ConfigurationException($"An address of Redis must be {reason}.");
}

/// <summary>What a seam stands on: Redis, the database of the app, or the memory of the process.</summary>
public sealed record ClusterBackend(RedisUrl? Redis, bool OnDatabase)
{
    public static readonly ClusterBackend Memory = new(null, OnDatabase: false);

    public override string ToString() => Redis?.ToString() ?? (OnDatabase ? "database" : "memory");
}
