using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.App.Plugins;

/// <summary>
/// Rows that the server writes into its own tables, outside any request: seeds, sessions. Values are given as JSON and
/// stored the way the field types store them; no record events are raised.
/// </summary>
public sealed class SystemRows(Database database, SchemaStore schemas, ValueContext values)
{
    /// <summary>Fills a table that has no row yet; true when it did.</summary>
    public async Task<bool> SeedAsync(
        WriteTransaction transaction,
        string collection,
        string rows,
        CancellationToken cancellationToken
    )
    {
        var target = schemas.Current[collection];
        var probe = new SqlWriter(database.Dialect).Append($"SELECT 1 FROM {target.Table.Quoted} LIMIT 1");
        await using var command = database.CreateCommand(
            transaction.Connection,
            transaction.Transaction,
            probe.ToStatement()
        );
        if (await command.ExecuteScalarAsync(cancellationToken) is not null)
        {
            return false;
        }

        foreach (var row in JsonText.Parse(rows).EnumerateArray())
        {
            await InsertAsync(transaction, target, row, cancellationToken);
        }

        return true;
    }

    /// <summary>Inserts one row; fields that are not given are generated or left to the default of their column.</summary>
    public async Task InsertAsync(
        WriteTransaction transaction,
        Collection collection,
        JsonElement row,
        CancellationToken cancellationToken
    )
    {
        var cells = collection
            .Columns.Select(c => (Column: c, Value: ValueOf(c, row)))
            .Where(c => c.Value is not null)
            .ToList();
        var sql = new SqlWriter(database.Dialect);
        sql.Append("INSERT INTO ").Append(collection.Table.Quoted).Append(" (");
        sql.Join(", ", cells, static (writer, cell) => writer.Append(cell.Column.QuotedColumn));
        sql.Append(") VALUES (");
        sql.Join(", ", cells, static (writer, cell) => writer.Parameter(cell.Value, cell.Column.ColumnType));
        await ExecuteAsync(transaction, sql.Append(")").ToStatement(), cancellationToken);
    }

    public async Task<int> ExecuteAsync(
        WriteTransaction transaction,
        SqlStatement statement,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(transaction.Connection, transaction.Transaction, statement);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private object? ValueOf(ColumnField column, JsonElement row)
    {
        if (row.TryGetProperty(column.Name, out var value) && value.ValueKind != JsonValueKind.Null)
        {
            return column.Type.Parse(value, column, values);
        }

        return column.Role is FieldRole.CreatedAt or FieldRole.UpdatedAt
            ? values.UtcNow()
            : (column.Type as IGeneratesOnInsert)?.GenerateOnInsert(column, values);
    }
}
