using System.Diagnostics;
using System.Net;
using Pergola.PluginTests.Apps;
using Pergola.Testing.Databases;
using Pergola.Testing.Servers;

namespace Pergola.PluginTests.Cluster;

/// <summary>Nodes as processes of their own on one database.</summary>
public sealed class NodeProcessTests
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [OnPostgresFact]
    public async Task Four_that_start_at_once_make_one_installation_and_tell_each_other_what_changes()
    {
        await using var database = await TestPostgres.CreateAsync(Cancelled);
        var began = Stopwatch.GetTimestamp();
        var nodes = await StartAsync(database, 4);
        try
        {
            var took = Stopwatch.GetElapsedTime(began);
            Assert.InRange(took, TimeSpan.Zero, LongestStart);
            Assert.Single(nodes, node => node.Output.Contains("admin123", StringComparison.Ordinal));

            using var first = await ApiClient.SignInAsync(nodes[0].BaseAddress, Cancelled);
            var times = new List<double>();
            for (var round = 0; round < 10; round++)
            {
                var asked = Stopwatch.GetTimestamp();
                var made = await first.PostAsync("collections:create", new { name = $"books{round}" }, Cancelled);
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                Assert.True(made.Status == 200, made.ToString());
                foreach (var node in nodes)
                {
                    using var client = first.At(node.BaseAddress);
                    var listed = await client.GetAsync($"books{round}:list", Cancelled);
                    Assert.True(listed.Status == 200, listed.ToString());
                }
            }

            var median = times.Order().ElementAt(times.Count / 2);
            TestContext.Current.SendDiagnosticMessage(
                $"four nodes ready in {took.TotalSeconds:0.0} s; change {median:0} ms"
            );
            // Whoever waited for a lease to run out would need two seconds.
            Assert.InRange(median, 0, 1500);

            // One that is gone without a word holds nobody up for longer than its lease.
            nodes[3].Kill();
            var after = Stopwatch.GetTimestamp();
            Assert.Equal(200, (await first.PostAsync("collections:create", new { name = "later" }, Cancelled)).Status);
            Assert.InRange(Stopwatch.GetElapsedTime(after), TimeSpan.Zero, TimeSpan.FromSeconds(15));
        }
        finally
        {
            foreach (var node in nodes)
            {
                await node.DisposeAsync();
            }
        }
    }

    [OnPostgresFact]
    public async Task Guesses_at_several_nodes_count_together()
    {
        await using var database = await TestPostgres.CreateAsync(Cancelled);
        var nodes = await StartAsync(database, 2);
        await using var a = nodes[0];
        await using var b = nodes[1];
        using var root = await ApiClient.SignInAsync(a.BaseAddress, Cancelled);
        var guess = new { account = "nobody", password = "wrong" };
        for (var attempt = 0; attempt < 10; attempt++)
        {
            using var guesser = root.At((attempt % 2 == 0 ? a : b).BaseAddress);
            Assert.Equal(401, (await guesser.PostAsync("auth:signIn", guess, Cancelled)).Status);
        }

        foreach (var node in nodes)
        {
            using var guesser = root.At(node.BaseAddress);
            Assert.Equal(429, (await guesser.PostAsync("auth:signIn", guess, Cancelled)).Status);
        }
    }

    [OnPostgresFact]
    public async Task Who_is_told_to_stop_is_unready_at_once_and_serves_on_for_a_while()
    {
        var settings = new Dictionary<string, string> { ["APP_DRAIN_TIME"] = "5" };
        await using var node = await ServerProcess.StartOnPostgresAsync(settings, Cancelled);
        using var root = await ApiClient.SignInAsync(node.BaseAddress, Cancelled);
        using var probe = new HttpClient { BaseAddress = node.BaseAddress };
        await node.AskToStopAsync(Cancelled);
        var told = Stopwatch.GetTimestamp();
        while (await StatusAsync(probe, "__health_check") == HttpStatusCode.OK)
        {
            Assert.InRange(Stopwatch.GetElapsedTime(told), TimeSpan.Zero, TimeSpan.FromSeconds(4));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(probe, "/healthz/ready"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(probe, "/healthz/live"));
        Assert.Equal(200, (await root.GetAsync("users:list", Cancelled)).Status);
        Assert.Equal(0, await node.WaitForExitAsync(Cancelled));
        Assert.InRange(Stopwatch.GetElapsedTime(told), TimeSpan.FromSeconds(4.5), TimeSpan.FromSeconds(60));
    }

    private static Task<ServerProcess[]> StartAsync(TestPostgres database, int count) =>
        Task.WhenAll(
            Enumerable.Range(0, count).Select(_ => ServerProcess.StartOnAsync(database, cancellationToken: Cancelled))
        );

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Cancelled);
        return response.StatusCode;
    }
}
