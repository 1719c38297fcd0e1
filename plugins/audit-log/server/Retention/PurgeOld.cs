using Microsoft.Extensions.Logging;
using Pergola.App.Jobs;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.AuditLog.Collections;

namespace Pergola.Plugins.AuditLog.Retention;

/// <summary>
/// Takes away what is older than the log is kept, once an hour and a little at a time. Several nodes may do it at once: what
/// one has deleted the other does not find.
/// </summary>
internal sealed class PurgeOld(
    Database database,
    SchemaStore schemas,
    SystemRows rows,
    AuditSettingsBook settings,
    TimeProvider clock,
    ILogger<PurgeOld> logger
) : IBackgroundWork
{
    private const int AtOnce = 1_000;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            await settings.ReadAsync(stopping);
            var purged = await PurgeAsync(stopping);
            if (purged > 0)
            {
                Log.Purged(logger, purged);
            }

            await Task.Delay(Every, clock, stopping);
        }
    }

    /// <returns>How many entries and changes went.</returns>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var days = settings.Current.RetentionDays;
        if (days == 0)
        {
            return 0;
        }

        var before = clock.GetUtcNow().UtcDateTime.AddDays(-days);
        return await PurgeAsync(AuditEntriesCollection.Name, before, cancellationToken)
            + await PurgeAsync(AuditChangesCollection.Name, before, cancellationToken);
    }

    private async Task<int> PurgeAsync(string name, DateTime before, CancellationToken cancellationToken)
    {
        var table = schemas.Current[name];
        var (id, at) = (table.Column("id"), table.Column("at"));
        var all = 0;
        while (true)
        {
            var sql = new SqlWriter(database.Dialect);
            sql.Append($"DELETE FROM {table.Table.Quoted} WHERE {id.QuotedColumn} IN (SELECT {id.QuotedColumn} ");
            sql.Append($"FROM {table.Table.Quoted} WHERE {at.QuotedColumn} < ").Parameter(before, at.ColumnType);
            sql.Append($" ORDER BY {at.QuotedColumn} LIMIT ").Append(AtOnce).Append(')');
            await using (var transaction = await database.BeginAsync(cancellationToken))
            {
                var purged = await rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                all += purged;
                if (purged < AtOnce)
                {
                    return all;
                }
            }

            await Task.Delay(Between, clock, cancellationToken);
        }
    }
}
