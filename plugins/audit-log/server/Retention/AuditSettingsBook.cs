using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.AuditLog.Collections;

namespace Pergola.Plugins.AuditLog.Retention;

/// <summary>
/// The settings of the log. Kept in memory, because every request asks for them; read again now and then, so that a change
/// made by another process counts here too.
/// </summary>
internal sealed class AuditSettingsBook(Database database, SchemaStore schemas, RecordReader reader, SystemRows rows)
    : IInstaller
{
    private volatile AuditSettings _current = AuditSettings.Default;

    public AuditSettings Current => _current;

    public async Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var (days, logReads) = AuditSettings.Default;
        var row = new[]
        {
            new
            {
                id = 1,
                retentionDays = days,
                logReads,
            },
        };
        var json = JsonSerializer.Serialize(row, JsonText.Serializer);
        await rows.SeedAsync(transaction, AuditSettingsCollection.Name, json, cancellationToken);
    }

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var query = new RecordQuery(schemas.Current[AuditSettingsCollection.Name]);
        var row = await reader.FindAsync(query, cancellationToken);
        if (row.ValueKind == JsonValueKind.Object)
        {
            _current = new AuditSettings(
                row.GetProperty("retentionDays").GetInt32(),
                row.GetProperty("logReads").GetBoolean()
            );
        }
    }

    public async Task WriteAsync(AuditSettings settings, CancellationToken cancellationToken)
    {
        var table = schemas.Current[AuditSettingsCollection.Name];
        var (days, reads) = (table.Column("retentionDays"), table.Column("logReads"));
        var sql = new SqlWriter(database.Dialect).Append($"UPDATE {table.Table.Quoted} SET {days.QuotedColumn} = ");
        sql.Parameter(settings.RetentionDays, days.ColumnType).Append($", {reads.QuotedColumn} = ");
        sql.Parameter(settings.LogReads, reads.ColumnType);
        await using var transaction = await database.BeginAsync(cancellationToken);
        await rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _current = settings;
    }
}
