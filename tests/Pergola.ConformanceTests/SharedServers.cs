using Pergola.ConformanceTests;
using Pergola.Testing.Databases;
using Pergola.Testing.Servers;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedServers))]

namespace Pergola.ConformanceTests;

/// <summary>
/// One running server per dialect for every test that keeps to collections of its own; started when first asked for.
/// </summary>
public sealed class SharedServers : IAsyncDisposable
{
    /// <summary>Signs the tokens of these servers, so that tests can make their own.</summary>
    public const string SigningKey = "a key for tests, which sign tokens of their own with it, long enough";

    private readonly Lazy<Task<SharedServer>> _sqlite = new(() => StartAsync("sqlite"));
    private readonly Lazy<Task<SharedServer>> _postgres = new(() => StartAsync("postgres"));

    public Task<SharedServer> GetAsync(string dialect) => dialect is "sqlite" ? _sqlite.Value : _postgres.Value;

    /// <summary>Why no server runs on this dialect, or null.</summary>
    public static string? SkipReason(string dialect) =>
        GivenServer.SkipReason is null ? "Needs servers of its own."
        : dialect is "postgres" ? TestPostgres.SkipReason
        : null;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { _sqlite, _postgres }.Where(s => s.IsValueCreated))
        {
            // Tests that waited for a server have reported why it did not start.
            var started = server.Value;
            await ((Task)started).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (started.IsCompletedSuccessfully)
            {
                await (await started).DisposeAsync();
            }
        }
    }

    public static async Task<SharedServer> StartAsync(string dialect)
    {
        var settings = new Dictionary<string, string> { ["APP_KEY"] = SigningKey };
        var process = dialect is "sqlite"
            ? await ServerProcess.StartOnSqliteAsync(settings, CancellationToken.None)
            : await ServerProcess.StartOnPostgresAsync(settings, CancellationToken.None);
        return new SharedServer(
            dialect,
            process,
            await ApiClient.SignInAsync(process.BaseAddress, CancellationToken.None)
        );
    }
}

/// <summary>A running server and a client signed in to it as root.</summary>
public sealed class SharedServer(string dialect, ServerProcess process, ApiClient client) : IAsyncDisposable
{
    public string Dialect { get; } = dialect;

    public ServerProcess Process { get; } = process;

    public ApiClient Client { get; } = client;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Process.DisposeAsync();
    }
}
