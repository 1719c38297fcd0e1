using Pergola.Core.Cluster;
using Pergola.Core.Cluster.Caching;
using Pergola.Core.Cluster.Locking;
using Pergola.Core.Cluster.PubSub;
using Pergola.Core.Cluster.Queues;

namespace Pergola.Cluster.Redis;

/// <summary>
/// The seams of a cluster over a Redis server, on the connections of one client. Worker numbers are not among them: a server
/// that has lost its data cannot know what it has leased (docs/decisions/0014).
/// </summary>
public sealed class RedisCluster : IAsyncDisposable
{
    private readonly RedisConnection _connection;
    private readonly RedisSignals _signals;

    private RedisCluster(RedisConnection connection, string installation, TimeProvider clock, ClusterReports reports)
    {
        _connection = connection;
        var keys = new RedisKeys(installation);
        _signals = new RedisSignals(connection, keys, reports);
        Cache = new RedisCache(connection, keys);
        PubSub = new RedisPubSub(_signals, reports);
        Leases = new RedisLeases(connection, keys);
        Locks = new LeasedLocks(Leases, clock);
        Queue = new RedisWorkQueue(connection, keys, _signals, clock);
    }

    public ICache Cache { get; }

    public IPubSub PubSub { get; }

    public ILeaseStore Leases { get; }

    public IDistributedLock Locks { get; }

    public IWorkQueue Queue { get; }

    /// <summary>Returns also when the server does not answer yet; it is tried until it does.</summary>
    /// <param name="url">Where the server is.</param>
    /// <param name="installation">What the nodes of one installation have in common and others on the server do not.</param>
    /// <param name="clock">Clock of this process.</param>
    /// <param name="reports">What an operator is told.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<RedisCluster> OpenAsync(
        RedisUrl url,
        string installation,
        TimeProvider clock,
        ClusterReports reports,
        CancellationToken cancellationToken
    )
    {
        var connection = await RedisConnection.OpenAsync(url, cancellationToken);
        var cluster = new RedisCluster(connection, installation, clock, reports);
        cluster._signals.Start();
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        await _signals.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
