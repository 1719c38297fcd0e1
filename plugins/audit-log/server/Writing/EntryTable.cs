using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Core.Ids;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.AuditLog.Collections;
using Pergola.Plugins.AuditLog.Entries;

namespace Pergola.Plugins.AuditLog.Writing;

/// <summary>Puts entries into their table: many rows in a statement, all in one transaction.</summary>
internal sealed class EntryTable(
    Database database,
    SchemaStore schemas,
    SystemRows rows,
    SnowflakeIds ids,
    ApiKeyNames keys
)
{
    private const string RemovedKey = "?";

    /// <summary>Few different lengths make few different statements, which the database prepares once.</summary>
    private static readonly int[] Lengths = [50, 10, 1];

    public async Task InsertAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var table = schemas.Current[AuditEntriesCollection.Name];
        var names = await keys.FindAsync(entries, cancellationToken);
        foreach (var entry in entries.Where(e => e.Id == 0))
        {
            entry.Id = ids.Next();
        }

        await using var transaction = await database.BeginAsync(cancellationToken);
        for (var first = 0; first < entries.Count; )
        {
            var count = Lengths.First(length => length <= entries.Count - first);
            var statement = Compile(table, [.. entries.Skip(first).Take(count)], names);
            await rows.ExecuteAsync(transaction, statement, cancellationToken);
            first += count;
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private SqlStatement Compile(
        Collection table,
        IReadOnlyList<AuditEntry> entries,
        IReadOnlyDictionary<string, string> names
    )
    {
        var sql = new SqlWriter(database.Dialect).Append($"INSERT INTO {table.Table.Quoted} (");
        sql.Join(", ", table.Columns, static (writer, column) => writer.Append(column.QuotedColumn));
        sql.Append(") VALUES ");
        sql.Join(
            ", ",
            entries,
            (writer, entry) =>
            {
                var values = ValuesOf(entry, names);
                writer.Append('(');
                writer.Join(", ", table.Columns, (w, c) => w.Parameter(values[c.Name], c.ColumnType));
                writer.Append(')');
            }
        );

        // What was written although its answer got lost is there already.
        return sql.Append(" ON CONFLICT DO NOTHING").ToStatement();
    }

    private static Dictionary<string, object?> ValuesOf(AuditEntry entry, IReadOnlyDictionary<string, string> names) =>
        new(StringComparer.Ordinal)
        {
            ["id"] = entry.Id,
            ["at"] = entry.At,
            ["userId"] = entry.UserId,
            ["userName"] = entry.UserName,
            ["account"] = entry.Account,
            ["role"] = entry.Role,
            ["apiKey"] = entry.ApiKeyId is { } key ? names.GetValueOrDefault(key) ?? RemovedKey : null,
            ["action"] = entry.Action,
            ["resource"] = entry.Resource,
            ["collection"] = entry.Collection,
            ["sourceKey"] = entry.SourceKey,
            ["recordKey"] = entry.RecordKeys is [var single] && entry.RecordCount == 1 ? single : null,
            ["recordKeys"] =
                entry.RecordCount > 1 ? JsonSerializer.Serialize(entry.RecordKeys, JsonText.Serializer) : null,
            ["recordCount"] = entry.RecordCount,
            ["status"] = entry.Status,
            ["duration"] = (int)Math.Min(entry.Duration.TotalMilliseconds, int.MaxValue),
            ["requestId"] = entry.RequestId,
            ["address"] = entry.Address,
            ["userAgent"] = entry.UserAgent,
            ["dataSource"] = entry.DataSource,
        };
}
