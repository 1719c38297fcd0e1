using Microsoft.Extensions.DependencyInjection;
using Pergola.Data.Sql;
using Pergola.Plugins.AuditLog.Writing;

namespace Pergola.Plugins.AuditLog.Tests;

/// <summary>Entries get to the database: when the server stops, and when the database was away.</summary>
public sealed class WriterTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task What_waits_is_written_when_the_server_stops(Backend backend)
    {
        await using var database = await TestDatabase.CreateAsync(backend, TestContext.Current.CancellationToken);
        await using (var app = await Watched.OpenAsync(database))
        {
            foreach (var some in Enumerable.Range(0, 130).Chunk(10))
            {
                await Task.WhenAll(some.Select(n => app.DoAsync("roles:create", new { name = $"r{n}" })));
            }
        }

        await using var again = await Watched.OpenAsync(database);
        Assert.Equal(130, (await again.ListAsync(new { resource = "roles" })).Count);
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task What_the_database_refuses_is_kept_and_written_once_it_can_be(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        await app.SettleAsync();
        var table = app.App.Schema["pergola_audit_entries"].Table;
        await RunAsync(app, $"ALTER TABLE {table.Quoted} RENAME TO \"away\"");
        await app.DoAsync("roles:create", new { name = "meanwhile" });
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await app.DoAsync("roles:create", new { name = "still" });
        await RunAsync(app, $"ALTER TABLE \"away\" RENAME TO \"{table.Name}\"");
        await app.WaitAsync(new { resource = "roles", recordKey = "still" });
        Assert.Single(await app.ListAsync(new { resource = "roles", recordKey = "meanwhile" }));
        Assert.Equal(0, app.App.Generation(services => services.GetRequiredService<EntryQueue>()).LostCount);
    }

    private static async Task RunAsync(Watched app, string text)
    {
        await using var transaction = await app.App.Database.BeginAsync(TestContext.Current.CancellationToken);
        await using var command = app.App.Database.CreateCommand(
            transaction.Connection,
            transaction.Transaction,
            new SqlStatement(text, [])
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }
}
