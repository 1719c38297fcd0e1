using Pergola.PluginTests.Apps;

[assembly: AssemblyFixture(typeof(SharedApps))]

namespace Pergola.PluginTests.Apps;

/// <summary>One app per backend for the tests that keep to collections of their own; started when first asked for.</summary>
public sealed class SharedApps : IAsyncDisposable
{
    private readonly IReadOnlyDictionary<Backend, Lazy<Task<AppUnderTest>>> _apps = Enum.GetValues<Backend>()
        .ToDictionary(b => b, b => new Lazy<Task<AppUnderTest>>(() => AppUnderTest.StartAsync(b)));

    public Task<AppUnderTest> GetAsync(Backend backend) => _apps[backend].Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps.Values.Where(a => a.IsValueCreated))
        {
            // Tests that waited for an app have reported why it did not start.
            var started = app.Value;
            await ((Task)started).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (started.IsCompletedSuccessfully)
            {
                await (await started).DisposeAsync();
            }
        }
    }
}
