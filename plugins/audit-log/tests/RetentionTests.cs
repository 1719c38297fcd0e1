using Microsoft.Extensions.DependencyInjection;
using Pergola.Data.Sql;
using Pergola.Plugins.AuditLog.Retention;

namespace Pergola.Plugins.AuditLog.Tests;

[Trait("ASVS", "V8")]
public sealed class RetentionTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task What_is_older_than_the_log_is_kept_goes(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        var purge = app.App.Generation(services => services.GetRequiredService<PurgeOld>());
        await app.DefineAsync("plants", "\"logging\":true,", """{"name":"name","type":"string","interface":"input"}""");
        await app.DoAsync("plants:create", new { name = "old" });
        await app.WaitAsync(new { resource = "plants" });
        await AgeAsync(app, "pergola_audit_entries", 100);
        await AgeAsync(app, "pergola_audit_changes", 100);
        await app.DoAsync("plants:create", new { name = "new" });
        await app.WaitAsync(new { resource = "plants" }, 2);
        Assert.Equal(0, await purge.PurgeAsync(TestContext.Current.CancellationToken));
        await app.DoAsync("auditLogs:updateSettings", new { retentionDays = 0 });
        Assert.Equal(0, await purge.PurgeAsync(TestContext.Current.CancellationToken));
        await app.DoAsync("auditLogs:updateSettings", new { retentionDays = 99 });
        Assert.True(await purge.PurgeAsync(TestContext.Current.CancellationToken) >= 3);
        var left = Assert.Single(await app.ListAsync(new { resource = "plants" }));
        Assert.Equal("2", left.GetProperty("recordKey").GetString());
        Assert.Single(await app.ChangesAsync(new { resource = "plants" }));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Settings_are_checked_and_outlive_the_app(Backend backend)
    {
        await using var database = await TestDatabase.CreateAsync(backend, TestContext.Current.CancellationToken);
        await using (var app = await Watched.OpenAsync(database))
        {
            var (_, answer) = await app.App.SendAsync("GET", "auditLogs:getSettings", null, app.Root);
            Assert.Equal("""{"retentionDays":180,"logReads":false}""", answer.GetProperty("data").GetRawText());
            foreach (
                var wrong in new object[]
                {
                    new { retentionDays = -1 },
                    new { retentionDays = 40_000 },
                    new { retentionDays = "10" },
                    new { retentionDays = 1.5 },
                    new { logReads = "yes" },
                    new { colour = 1 },
                    new[] { 1 },
                }
            )
            {
                Assert.Equal(400, await app.StatusAsync(app.Root, "POST", "auditLogs:updateSettings", wrong));
            }

            await app.DoAsync("auditLogs:updateSettings", new { retentionDays = 7 });
            await app.WaitAsync(
                new
                {
                    resource = "auditLogs",
                    action = "updateSettings",
                    status = 200,
                }
            );
        }

        await using var again = await Watched.OpenAsync(database);
        var (_, read) = await again.App.SendAsync("GET", "auditLogs:getSettings", null, again.Root);
        Assert.Equal(7, read.GetProperty("data").GetProperty("retentionDays").GetInt32());
    }

    private static async Task AgeAsync(Watched app, string name, int days)
    {
        var table = app.App.Schema[name];
        var at = table.Column("at");
        var sql = new SqlWriter(app.App.Database.Dialect).Append(
            $"UPDATE {table.Table.Quoted} SET {at.QuotedColumn} = "
        );
        sql.Parameter(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-days), at.ColumnType);
        await using var transaction = await app.App.Database.BeginAsync(TestContext.Current.CancellationToken);
        await using var command = app.App.Database.CreateCommand(
            transaction.Connection,
            transaction.Transaction,
            sql.ToStatement()
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }
}
