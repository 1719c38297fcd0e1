using Pergola.PluginTests.Apps;
using Pergola.Testing;
using Pergola.Testing.Databases;
using Pergola.Testing.Servers;

namespace Pergola.PluginTests.Cluster;

/// <summary>
/// The settings that the Kubernetes guide of NocoBase has people copy, its address with one slash, its placeholders and the
/// missing keys included: only the names of the machines are those of the test.
/// </summary>
public sealed class GuideEnvironmentTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [OnPostgresAndRedisFact]
    public async Task Two_nodes_start_and_serve_with_nothing_added()
    {
        var redis = TestEnvironment.Read(TestEnvironment.Redis);
        var settings = new Dictionary<string, string>
        {
            ["TZ"] = "Asia/Shanghai",
            ["CACHE_DEFAULT_STORE"] = "redis",
            ["CACHE_REDIS_URL"] = $"redis://{redis}/0",
            ["PUBSUB_ADAPTER_REDIS_URL"] = $"redis://{redis}/1",
            ["LOCK_ADAPTER_REDIS_URL"] = $"redis:/{redis}/2",
            ["DB_UNDERSCORED"] = "true",
            ["NOCOBASE_PKG_USERNAME"] = "<your user>",
            ["NOCOBASE_PKG_PASSWORD"] = "<your password>",
        };
        await using var database = await TestPostgres.CreateAsync(Cancelled);
        var nodes = await Task.WhenAll(
            ServerProcess.StartOnAsync(database, settings, Cancelled),
            ServerProcess.StartOnAsync(database, settings, Cancelled)
        );
        await using var a = nodes[0];
        await using var b = nodes[1];

        using var root = await ApiClient.SignInAsync(a.BaseAddress, Cancelled);
        using var other = root.At(b.BaseAddress);
        var fields = new[] { new { name = "bestBefore", type = "date" } };
        Assert.Equal(
            200,
            (await root.PostAsync("collections:create", new { name = "goods", fields }, Cancelled)).Status
        );
        var made = await other.PostAsync("goods:create", new { bestBefore = "2026-11-22T10:00:00Z" }, Cancelled);
        Assert.True(made.Status == 200, made.ToString());
        Assert.Single((await root.GetAsync("goods:list", Cancelled)).Data.EnumerateArray());

        Assert.Contains("LOCK_ADAPTER_REDIS_URL has an odd form", a.Output, StringComparison.Ordinal);
        Assert.Contains($"redis://{redis}/2", a.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<your password>", a.Output, StringComparison.Ordinal);
    }
}
