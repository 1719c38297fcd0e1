using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.App.Signals;
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
internal sealed class AuditSettingsBook : IInstaller
{
    private const string Topic = "audit-settings";
    private readonly Database _database;
    private readonly SchemaStore _schemas;
    private readonly RecordReader _reader;
    private readonly SystemRows _rows;
    private readonly ChangeSignals _signals;
    private volatile AuditSettings _current = AuditSettings.Default;

    public AuditSettingsBook(
        Database database,
        SchemaStore schemas,
        RecordReader reader,
        SystemRows rows,
        ChangeSignals signals
    )
    {
        _database = database;
        _schemas = schemas;
        _reader = reader;
        _rows = rows;
        _signals = signals;
        signals.On(Topic, async (_, token) => await ReadAsync(token));
    }

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
        await _rows.SeedAsync(transaction, AuditSettingsCollection.Name, json, cancellationToken);
    }

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var query = new RecordQuery(_schemas.Current[AuditSettingsCollection.Name]);
        var row = await _reader.FindAsync(query, cancellationToken);
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
        var table = _schemas.Current[AuditSettingsCollection.Name];
        var (days, reads) = (table.Column("retentionDays"), table.Column("logReads"));
        var sql = new SqlWriter(_database.Dialect).Append($"UPDATE {table.Table.Quoted} SET {days.QuotedColumn} = ");
        sql.Parameter(settings.RetentionDays, days.ColumnType).Append($", {reads.QuotedColumn} = ");
        sql.Parameter(settings.LogReads, reads.ColumnType);
        await using var transaction = await _database.BeginAsync(cancellationToken);
        await _rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
        _signals.RaiseWith(transaction, Topic, string.Empty);
        await transaction.CommitAsync(cancellationToken);
    }
}
