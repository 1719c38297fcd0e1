using Pergola.Testing.Databases;
using Pergola.Testing.Recordings;
using Pergola.Testing.Servers;
using Xunit;

namespace Pergola.ConformanceTests;

/// <summary>
/// Plays every file of recordings once against each server, the servers side by side: one on SQLite and one on PostgreSQL,
/// or only the one that <c>PERGOLA_TEST_BASE_URL</c> names.
/// </summary>
public sealed class ReplayedServers : IAsyncLifetime
{
    private readonly Dictionary<string, Task<Dictionary<string, ReplayResult>>> _replays = [];

    public static IReadOnlyList<string> Names { get; } =
        GivenServer.SkipReason is null ? ["given"] : ["sqlite", "postgres"];

    /// <summary>Why nothing runs on this server, or null.</summary>
    public static string? SkipReason(string server) => server is "postgres" ? TestPostgres.SkipReason : null;

    public ValueTask InitializeAsync()
    {
        foreach (var server in Names.Where(name => SkipReason(name) is null))
        {
            _replays[server] = ReplayAsync(server, TestContext.Current.CancellationToken);
        }

        return ValueTask.CompletedTask;
    }

    public async Task<ReplayResult> ResultAsync(string server, string id) => (await _replays[server])[id];

    public async ValueTask DisposeAsync() =>
        // The tests that waited for a replay have already reported what went wrong in it.
        await Task.WhenAll(_replays.Values.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task<Dictionary<string, ReplayResult>> ReplayAsync(
        string name,
        CancellationToken cancellationToken
    )
    {
        await using var server = await StartAsync(name, cancellationToken);
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        var runner = await ReplayRunner.SignInAsync(client, cancellationToken: cancellationToken);
        var results = new Dictionary<string, ReplayResult>();
        foreach (var file in Cases.Files)
        {
            var outcome = await runner.RunAsync(file, cancellationToken);
            Console.WriteLine($"note: {name} {file.Name} {outcome.Count(r => r.Reason is null)}/{outcome.Count}");
            foreach (var result in outcome)
            {
                results.Add(result.Id, result);
            }
        }

        return results;
    }

    private static async Task<IServerUnderTest> StartAsync(string name, CancellationToken cancellationToken) =>
        name switch
        {
            "sqlite" => await ServerProcess.StartOnSqliteAsync(cancellationToken: cancellationToken),
            "postgres" => await ServerProcess.StartOnPostgresAsync(cancellationToken: cancellationToken),
            _ => new GivenServer(),
        };
}
