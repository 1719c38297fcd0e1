using Pergola.Core.Cluster.PubSub;
using Pergola.Hosting.Cluster;
using Pergola.PluginTests.Apps;

namespace Pergola.PluginTests.Cluster;

/// <summary>Two nodes on one database, each with a storage of its own.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _otherStorage;

    private TwoNodes(
        TestDatabase database,
        string otherStorage,
        AppUnderTest a,
        AppUnderTest b,
        (string Name, string Value) root
    )
    {
        (_database, _otherStorage, A, B, Root) = (database, otherStorage, a, b, root);
    }

    public AppUnderTest A { get; }

    public AppUnderTest B { get; }

    /// <summary>Says who sends a request: somebody who signed in on A.</summary>
    public (string Name, string Value) Root { get; }

    /// <param name="variables">Variables of B alone.</param>
    public static async Task<TwoNodes> StartAsync(params (string Name, string Value)[] variables)
    {
        var database = await TestDatabase.CreateAsync(Backend.PostgreSql, TestContext.Current.CancellationToken);
        var storage = Directory.CreateTempSubdirectory("pergola-").FullName;
        (string, string)[] own = [("STORAGE_PATH", storage), .. variables];
        var shared = ClusterParts.InMemory(TimeProvider.System);
        var bus = new MemoryBus();
        var nodes = await Task.WhenAll(
            AppUnderTest.StartNodeAsync(database, shared with { PubSub = new MemoryPubSub(bus) }),
            AppUnderTest.StartNodeAsync(database, shared with { PubSub = new MemoryPubSub(bus) }, own)
        );
        return new TwoNodes(database, storage, nodes[0], nodes[1], await nodes[0].SignInAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await A.DisposeAsync();
        await B.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_otherStorage, recursive: true);
    }
}
