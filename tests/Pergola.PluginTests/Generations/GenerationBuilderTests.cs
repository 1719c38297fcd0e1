using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pergola.App.Plugins;
using Pergola.App.Signals;
using Pergola.Core.Ids;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Hosting.Configuration;
using Pergola.Hosting.Generations;
using Pergola.Hosting.PluginLoading;

namespace Pergola.PluginTests.Generations;

public sealed class GenerationBuilderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_build_that_fails_leaves_the_serving_generation_alone(Backend backend)
    {
        await using var test = await TestDatabase.CreateAsync(backend, Cancelled);
        var settings = ServerSettings.Read(test.Variables());
        await using var database = await TestDialects
            .All.Single(d => d.Name == settings.Database.Dialect)
            .OpenAsync(settings, NullLoggerFactory.Instance, Cancelled);
        using var generations = new GenerationSwitch(NullLogger<GenerationSwitch>.Instance);
        var first = await BuildAsync(settings, database);
        Assert.True(first.IsNewInstallation);
        await generations.Swap(first);

        var doomed = new DoomedPlugin();
        await Assert.ThrowsAsync<PluginFailedException>(() => BuildAsync(settings, database, doomed));
        Assert.True(doomed.IsOver);
        Assert.True(generations.TryLease(out var lease));
        using (lease)
        {
            Assert.Same(first, lease.Generation);
            Assert.True(lease.Generation.Services.GetRequiredService<SchemaStore>().Current.TryGet("users", out _));
        }

        var second = await BuildAsync(settings, database);
        Assert.False(second.IsNewInstallation);
        await generations.Swap(second);
        Assert.Throws<ObjectDisposedException>(() => first.Services.GetRequiredService<SchemaStore>());

        // The database belongs to the process and outlives both.
        await using (await database.OpenAsync(Cancelled)) { }
        await generations.Swap(null);
    }

    private static Task<Generation> BuildAsync(ServerSettings settings, Database database, params Plugin[] further) =>
        new GenerationBuilder(
            new ProcessParts(
                settings,
                database,
                TimeProvider.System,
                new SnowflakeIds(TimeProvider.System, 1),
                NullLoggerFactory.Instance,
                new SignalHub(new LonelyJournal())
            )
        ).BuildAsync(new PluginSet([.. AppUnderTest.BuiltIn, .. further], [], [], []), Cancelled);

    /// <summary>Its installation fails after its services have been made.</summary>
    [Plugin("doomed")]
    private sealed class DoomedPlugin : Plugin, IDisposable
    {
        public bool IsOver { get; private set; }

        public override void Configure(PluginBuilder plugin)
        {
            plugin.Services.AddSingleton(_ => this);
            plugin.Install<FailingInstaller>();
        }

        public void Dispose() => IsOver = true;
    }

    private sealed class FailingInstaller(DoomedPlugin plugin) : IInstaller
    {
        public Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"It cannot be installed: {plugin.IsOver}");
    }
}
