using System.Globalization;
using Pergola.PluginTests.Apps;
using Pergola.PluginTests.Cluster;
using Pergola.PluginTests.Packages;

namespace Pergola.Plugins.PluginCatalog.Tests;

/// <summary>Plugins that are changed on one of two nodes.</summary>
public sealed class ClusterTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [OnPostgresFact]
    public async Task A_plugin_is_switched_on_both_nodes_while_requests_flow_on_both()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var pm = new PluginClient(nodes.A, nodes.Root);
        using var finished = new CancellationTokenSource();
        var clients = new[] { nodes.A, nodes.B }.Select(n => AskAsync(n, nodes.Root, finished.Token)).ToList();
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal((200, ""), await pm.SwitchAsync("disable", "departments"));
            Assert.Equal(404, (await nodes.B.SendAsync("GET", "departments:list", null, nodes.Root)).Status);
            var other = new PluginClient(nodes.B, nodes.Root);
            Assert.Equal((200, ""), await other.SwitchAsync("enable", "departments"));
            Assert.Equal(200, (await nodes.A.SendAsync("GET", "departments:list", null, nodes.Root)).Status);
        }

        await finished.CancelAsync();
        Assert.All(await Task.WhenAll(clients), count => Assert.True(count > 0));
    }

    [OnPostgresFact]
    public async Task A_package_that_one_node_gets_runs_on_the_other_and_goes_from_both()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (a, b) = (new PluginClient(nodes.A, nodes.Root), new PluginClient(nodes.B, nodes.Root));
        Assert.Equal((200, ""), await a.UploadAsync("add", PackageMaker.Make("Acme.Visits", "1.0.0", Source)));
        Assert.Equal((200, ""), await a.SwitchAsync("enable", "visits"));
        Assert.Equal((200, "5"), await b.SayAsync("visits"));
        Assert.Equal(("1.0.0", true, "package"), await b.StateAsync("visits"));

        var next = Source.Replace("options.Limit", "options.Limit + 1", StringComparison.Ordinal);
        Assert.Equal((200, ""), await b.UploadAsync("update", PackageMaker.Make("Acme.Visits", "2.0.0", next)));
        Assert.Equal((200, "6"), await a.SayAsync("visits"));

        Assert.Equal((200, ""), await b.SwitchAsync("remove", "visits"));
        Assert.Equal(404, (await a.SayAsync("visits")).Status);
        Assert.Null(await a.StateAsync("visits"));
    }

    [OnPostgresFact]
    public async Task A_node_that_cannot_follow_takes_all_back()
    {
        await using var nodes = await TwoNodes.StartAsync(("VISITS_LIMIT", "0"));
        var (a, b) = (new PluginClient(nodes.A, nodes.Root), new PluginClient(nodes.B, nodes.Root));
        Assert.Equal((200, ""), await a.UploadAsync("add", PackageMaker.Make("Acme.Visits", "1.0.0", Source)));
        var (status, message) = await a.SwitchAsync("enable", "visits");
        Assert.Equal(400, status);
        Assert.Contains("cannot follow", message, StringComparison.Ordinal);
        Assert.Contains("VISITS_LIMIT", message, StringComparison.Ordinal);
        foreach (var node in new[] { a, b })
        {
            Assert.Equal(("1.0.0", false, "package"), await node.StateAsync("visits"));
            Assert.Equal(404, (await node.SayAsync("visits")).Status);
        }

        // Nothing is left behind that would keep the next change from happening.
        Assert.Equal((200, ""), await b.SwitchAsync("remove", "visits"));
        Assert.Null(await a.StateAsync("visits"));
    }

    [OnPostgresFact]
    public async Task Work_by_the_clock_is_done_by_one_node_each_time()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var a = new PluginClient(nodes.A, nodes.Root);
        Assert.Equal((200, ""), await a.UploadAsync("add", PackageMaker.Make("Acme.Ticks", "1.0.0", Ticking)));
        Assert.Equal((200, ""), await a.SwitchAsync("enable", "visits"));
        var first = await CountAsync();
        var began = TimeProvider.System.GetTimestamp();
        while (await CountAsync() < first + 8)
        {
            await Task.Delay(20, Cancelled);
        }

        // Two nodes that did not know of each other would need half of the time.
        var took = TimeProvider.System.GetElapsedTime(began);
        Assert.InRange(took, TimeSpan.FromMilliseconds(7 * 0.9 * 200), TimeSpan.FromSeconds(60));

        async Task<int> CountAsync() => int.Parse((await a.SayAsync("visits")).Text!, CultureInfo.InvariantCulture);
    }

    [OnPostgresFact]
    public async Task Both_nodes_may_be_asked_at_once()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (a, b) = (new PluginClient(nodes.A, nodes.Root), new PluginClient(nodes.B, nodes.Root));
        var done = await Task.WhenAll(a.SwitchAsync("disable", "departments"), b.SwitchAsync("disable", "audit-log"));
        Assert.All(done, outcome => Assert.Equal((200, ""), outcome));
        foreach (var node in new[] { nodes.A, nodes.B })
        {
            Assert.Equal(404, (await node.SendAsync("GET", "departments:list", null, nodes.Root)).Status);
            Assert.Equal(404, (await node.SendAsync("GET", "auditLogs:list", null, nodes.Root)).Status);
        }
    }

    private static async Task<int> AskAsync(AppUnderTest node, (string, string) root, CancellationToken finished)
    {
        var count = 0;
        while (!finished.IsCancellationRequested)
        {
            var (status, body) = await node.SendAsync("GET", "users:list", null, root);
            Assert.True(status == 200, $"{status} {body}");
            count++;
        }

        return count;
    }

    private static readonly string Ticking = PackageMaker.Source(
        "plugin.Collections.Of<Tick>(); plugin.Schedule<Ticker>(System.TimeSpan.FromMilliseconds(200));",
        """
        [Collection("ticks")]
        public sealed record Tick { public long Id { get; init; } }

        public sealed class Ticker(RecordSets records) : IScheduledWork
        {
            public async Task RunAsync(CancellationToken stopping) =>
                await records.Of<Tick>().CreateAsync(new Tick(), stopping);
        }

        public sealed class Say(RecordSets records) : IAction
        {
            public async ValueTask ExecuteAsync(ActionContext context)
            {
                var count = await records.Of<Tick>().CountAsync(null, context.Aborted);
                await context.WriteDataAsync(json => json.WriteStringValue(count.ToString()));
            }
        }
        """
    );

    private static readonly string Source = PackageMaker.Source(
        "plugin.Options<VisitsOptions>();",
        """
        public sealed class VisitsOptions
        {
            [Range(1, 9)] public int Limit { get; init; } = 5;
        }

        public sealed class Say(VisitsOptions options) : IAction
        {
            public ValueTask ExecuteAsync(ActionContext context) =>
                context.WriteDataAsync(json => json.WriteStringValue((options.Limit).ToString()));
        }
        """
    );
}
