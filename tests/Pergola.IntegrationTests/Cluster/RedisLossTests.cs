using System.Collections.Concurrent;
using Pergola.Core.Cluster;
using Pergola.Core.Cluster.Caching;
using Pergola.Core.Cluster.Queues;
using Pergola.Core.Errors;
using Pergola.Testing.Cluster;

namespace Pergola.IntegrationTests.Cluster;

public sealed class RedisLossTests(OwnRedisFixture fixture) : LossSuite(fixture), IClassFixture<OwnRedisFixture>
{
    [Fact]
    public async Task A_server_that_stops_and_comes_back_empty_harms_nothing()
    {
        await using var server = await RedisServer.StartAsync(Cancelled);
        var reports = new ConcurrentQueue<string>();
        await using var node = await RedisClusterFixture.OpenAsync(
            server.Address,
            "i",
            new ClusterReports(
                (_, _) => reports.Enqueue("lost"),
                _ => reports.Enqueue("restored"),
                (_, _) => reports.Enqueue("failed")
            ),
            Cancelled
        );
        var told = new TaskCompletionSource();
        node.PubSub.Reconnected += (_, _) => told.TrySetResult();
        var heard = new TaskCompletionSource();
        await using var subscription = await node.PubSub.SubscribeAsync(
            "c",
            (_, _) =>
            {
                heard.TrySetResult();
                return Task.CompletedTask;
            },
            Cancelled
        );
        var token = await node.Leases.TakeAsync("k", TimeSpan.FromMinutes(1), Cancelled);
        await node.Queue.PublishAsync("c", Bytes("x"), PublishOptions.Default, Cancelled);

        await server.StopAsync();
        var started = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAsync<UnavailableException>(() =>
            node.Cache.GetAsync(new CacheKey("a", "b", "c"), Cancelled).AsTask()
        );
        await Assert.ThrowsAsync<UnavailableException>(() => node.Queue.DepthAsync("c", Cancelled));
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(7));

        await server.StartAgainAsync(Cancelled);
        await told.Task.WaitAsync(Deadline, Cancelled);
        await node.PubSub.PublishAsync("c", Bytes("x"), Cancelled);
        await heard.Task.WaitAsync(Deadline, Cancelled);

        // It has forgotten the scripts and everything else; tokens grow on even so.
        Assert.True(await node.Leases.TakeAsync("k", TimeSpan.FromMinutes(1), Cancelled) > token);
        Assert.Empty(await node.Queue.ReceiveAsync("c", 1, Deadline, TimeSpan.Zero, Cancelled));
        Assert.Equal(["lost", "restored"], reports);
    }

    [Fact]
    public async Task The_password_of_the_address_is_used_and_a_wrong_one_is_reported()
    {
        await using var server = await RedisServer.StartAsync(Cancelled, "p@ss word");
        var reasons = new ConcurrentQueue<string>();
        var reports = ClusterReports.None with { Lost = (_, failure) => reasons.Enqueue($"{failure}") };
        var right = await RedisClusterFixture.OpenAsync(":p%40ss%20word@" + server.Address, "i", reports, Cancelled);
        await using (right)
        {
            Assert.NotNull(await right.Leases.TakeAsync("k", TimeSpan.FromMinutes(1), Cancelled));
            Assert.Empty(reasons);
        }

        await using var wrong = await RedisClusterFixture.OpenAsync(
            ":nonsense@" + server.Address,
            "i",
            reports,
            Cancelled
        );
        await Assert.ThrowsAsync<UnavailableException>(() =>
            wrong.Leases.TakeAsync("k", TimeSpan.FromMinutes(1), Cancelled)
        );
        await EventuallyAsync(() => new(!reasons.IsEmpty), "it is reported");
        Assert.DoesNotContain("nonsense", string.Concat(reasons), StringComparison.Ordinal);
        Assert.Contains("Verify if the Redis password", string.Concat(reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_starts_before_its_server_is_told_when_it_comes()
    {
        await using var server = await RedisServer.StartAsync(Cancelled);
        await server.StopAsync();
        await using var node = await RedisClusterFixture.OpenAsync(server.Address, "i", ClusterReports.None, Cancelled);
        var told = new TaskCompletionSource();
        node.PubSub.Reconnected += (_, _) => told.TrySetResult();
        await Assert.ThrowsAsync<UnavailableException>(() =>
            node.Leases.TakeAsync("k", TimeSpan.FromMinutes(1), Cancelled)
        );
        var heard = new TaskCompletionSource();
        await using var subscription = await node.PubSub.SubscribeAsync(
            "c",
            (_, _) =>
            {
                heard.TrySetResult();
                return Task.CompletedTask;
            },
            Cancelled
        );
        await server.StartAgainAsync(Cancelled);
        await told.Task.WaitAsync(Deadline, Cancelled);
        await node.PubSub.PublishAsync("c", Bytes("x"), Cancelled);
        await heard.Task.WaitAsync(Deadline, Cancelled);
    }

    protected override async Task EndConnectionsAsync()
    {
        await RedisServer.RunAsync(fixture.Server.Address, "CLIENT KILL TYPE pubsub", Cancelled);
        await RedisServer.RunAsync(fixture.Server.Address, "CLIENT KILL TYPE normal SKIPME yes", Cancelled);
    }
}

/// <summary>Nodes on a server of their own, so that its connections can be ended.</summary>
public sealed class OwnRedisFixture : ClusterFixture
{
    private RedisServer? _server;

    public override string? Missing => RedisServer.SkipReason;

    public RedisServer Server => _server ?? throw new InvalidOperationException("The fixture has not been started.");

    public override async Task<ClusterNode> JoinAsync(CancellationToken cancellationToken) =>
        RedisClusterFixture.NodeOf(
            Keep(await RedisClusterFixture.OpenAsync(Server.Address, "i", ClusterReports.None, cancellationToken))
        );

    protected override async Task StartAsync(CancellationToken cancellationToken) =>
        _server = Keep(await RedisServer.StartAsync(cancellationToken));
}
