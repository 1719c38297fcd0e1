using Npgsql;
using Pergola.Cluster.PostgreSql;
using Pergola.Core.Cluster;
using Pergola.Testing.Databases;

namespace Pergola.IntegrationTests.Cluster;

public sealed class PostgreSqlClusterFixture : ClusterFixture
{
    private TestPostgres? _database;

    public override string? Missing => TestPostgres.SkipReason;

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_database!.ConnectionString) { MaxPoolSize = 20 }.ConnectionString;

    public override async Task<ClusterNode> JoinAsync(CancellationToken cancellationToken)
    {
        var cluster = await OpenAsync(cancellationToken);
        return new ClusterNode(
            cluster.Cache,
            cluster.PubSub,
            cluster.Leases,
            cluster.Locks,
            cluster.Queue,
            cluster.WorkerIds
        );
    }

    protected override async Task StartAsync(CancellationToken cancellationToken) =>
        _database = Keep(await TestPostgres.CreateAsync(cancellationToken));

    private async Task<PostgreSqlCluster> OpenAsync(CancellationToken cancellationToken) =>
        Keep(
            await PostgreSqlCluster.OpenAsync(
                NpgsqlDataSource.Create(ConnectionString),
                "nodes",
                "t_",
                TimeProvider.System,
                ClusterReports.None,
                cancellationToken
            )
        );
}
