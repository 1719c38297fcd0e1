using Npgsql;
using Pergola.Cluster.PostgreSql;
using Pergola.Core.Cluster;
using Pergola.Core.Errors;

namespace Pergola.IntegrationTests.Cluster;

public sealed class PostgreSqlLossTests(PostgreSqlClusterFixture fixture)
    : LossSuite(fixture),
        IClassFixture<PostgreSqlClusterFixture>
{
    [Fact]
    public async Task A_database_that_is_not_there_is_reported_within_seconds()
    {
        var started = TimeProvider.System.GetTimestamp();
        var nowhere = new NpgsqlConnectionStringBuilder(fixture.ConnectionString) { Port = 1 }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(nowhere);
        await Assert.ThrowsAsync<UnavailableException>(() => OpenAsync(source, "s", ""));
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Nodes_that_start_at_once_make_the_tables_once()
    {
        var nodes = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => OpenAsync(NpgsqlDataSource.Create(fixture.ConnectionString), "it's \"new\"", "p_"))
        );
        var leases = await Task.WhenAll(nodes.Select(n => n.WorkerIds.LeaseAsync(Cancelled)));
        Assert.Equal(6, leases.Select(l => l!.Slot).Distinct().Count());
        Assert.NotNull(await nodes[0].Leases.TakeAsync("k", TimeSpan.FromMinutes(1), Cancelled));
        Assert.Null(await nodes[5].Leases.TakeAsync("k", TimeSpan.FromMinutes(1), Cancelled));

        // Another installation in the same database shares nothing.
        Assert.NotNull(await First.Leases.TakeAsync("k", TimeSpan.FromMinutes(1), Cancelled));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_idle_node_asks_next_to_nothing()
    {
        var name = "idle" + NewName();
        var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(fixture.ConnectionString) { ApplicationName = name }
        );
        await using var node = await OpenAsync(source, "nodes", "t_");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        await using var subscription = await node.PubSub.SubscribeAsync("c", (_, _) => Task.CompletedTask, Cancelled);
        var waiting = Enumerable
            .Range(0, 8)
            .Select(n =>
                node.Queue.ReceiveAsync("idle" + n, 1, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), ended.Token)
            )
            .ToList();
        await Task.Delay(500, Cancelled);
        var before = await LastStatementsAsync(name);
        await Task.Delay(2000, Cancelled);
        Assert.Equal(before, await LastStatementsAsync(name));
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
    }

    protected override Task EndConnectionsAsync() =>
        RunAsync(
            """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """
        );

    private static Task<PostgreSqlCluster> OpenAsync(NpgsqlDataSource source, string schema, string prefix) =>
        PostgreSqlCluster.OpenAsync(
            source,
            schema,
            prefix,
            TimeProvider.System,
            ClusterReports.None,
            TestContext.Current.CancellationToken
        );

    /// <summary>When each connection of a node last began a statement.</summary>
    private Task<object?> LastStatementsAsync(string application) =>
        RunAsync(
            $"""
            SELECT string_agg(pid || ' ' || query_start, ', ' ORDER BY pid) FROM pg_stat_activity
            WHERE application_name = '{application}'
            """
        );

    private async Task<object?> RunAsync(string text)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(fixture.ConnectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
