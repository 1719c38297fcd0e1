using Pergola.Cluster.Redis;
using Pergola.Core.Cluster;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Cluster;

public sealed class RedisClusterFixture : ClusterFixture
{
    private readonly string _installation = Guid.NewGuid().ToString("N");

    public override string? Missing =>
        Backends.Redis is null ? $"{Backends.RedisVariable} names no Redis server" : null;

    public override async Task<ClusterNode> JoinAsync(CancellationToken cancellationToken)
    {
        var cluster = Keep(await OpenAsync(Backends.Redis!, _installation, ClusterReports.None, cancellationToken));
        return NodeOf(cluster);
    }

    public static ClusterNode NodeOf(RedisCluster cluster) =>
        new(cluster.Cache, cluster.PubSub, cluster.Leases, cluster.Locks, cluster.Queue);

    public static Task<RedisCluster> OpenAsync(
        string address,
        string installation,
        ClusterReports reports,
        CancellationToken cancellationToken
    ) =>
        RedisCluster.OpenAsync(
            RedisUrl.Parse("redis://" + address, out var reason) ?? throw new InvalidOperationException(reason),
            installation,
            TimeProvider.System,
            reports,
            cancellationToken
        );
}
