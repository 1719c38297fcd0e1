using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.Collections.Collections;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>The rows of <c>collections</c>, <c>fields</c> and the revision.</summary>
internal sealed class DefinitionTables(Database database)
{
    private const string RevisionName = "collections";
    private static readonly string[] CollectionColumns = ["title", "inherit", "hidden", "description"];
    private static readonly string[] FieldColumns = ["type", "interface", "description"];

    /// <summary>Everything that is stored, in one view of the database.</summary>
    public async Task<DefinitionDraft> ReadAsync(
        SchemaSnapshot schema,
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var collections = new List<DraftCollection>();
        var table = schema[CollectionsCollection.Name];
        await foreach (
            var row in RowsAsync(
                table,
                ["key", "name", "sort", "options", .. CollectionColumns],
                connection,
                transaction,
                cancellationToken
            )
        )
        {
            collections.Add(ToCollection(row));
        }

        var byName = collections.ToDictionary(c => c.Name, StringComparer.Ordinal);
        await foreach (
            var row in RowsAsync(
                schema[FieldsCollection.Name],
                ["key", "name", "collectionName", "sort", "options", "parentKey", "reverseKey", .. FieldColumns],
                connection,
                transaction,
                cancellationToken
            )
        )
        {
            // A row whose collection is gone is left where it is and means nothing.
            if (byName.TryGetValue(Text(row, "collectionName") ?? "", out var owner))
            {
                owner.Fields.Add(ToField(row, owner.Name));
            }
        }

        foreach (var collection in collections)
        {
            collection.Fields.Sort((a, b) => a.Sort.CompareTo(b.Sort));
        }

        var revision = await ReadRevisionAsync(schema, connection, transaction, cancellationToken);
        return new DefinitionDraft(revision, collections);
    }

    /// <summary>Writes what a draft changed and the next revision.</summary>
    public async Task WriteAsync(
        DefinitionDraft draft,
        SchemaSnapshot schema,
        WriteTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        var collections = schema[CollectionsCollection.Name];
        var fields = schema[FieldsCollection.Name];
        var fieldsNow = draft.Collections.SelectMany(c => c.Fields).ToList();
        foreach (var gone in draft.FieldsBefore.Where(f => !fieldsNow.Contains(f)))
        {
            await DeleteAsync(fields, gone.Key, transaction, cancellationToken);
        }

        foreach (var gone in draft.Before.Where(c => !draft.Collections.Contains(c)))
        {
            await DeleteAsync(collections, gone.Key, transaction, cancellationToken);
        }

        foreach (var collection in draft.Collections.Where(c => c.Stored != c.State()))
        {
            var values = ToRow(collection.Options, CollectionColumns);
            values["name"] = collection.Name;
            values["sort"] = collection.Sort;
            await SaveAsync(
                collections,
                collection.Key,
                values,
                collection.Stored is null,
                transaction,
                cancellationToken
            );
        }

        foreach (var field in fieldsNow.Where(f => f.Stored != f.State()))
        {
            var values = ToRow(field.Options, FieldColumns);
            values["name"] = field.Name;
            values["collectionName"] = field.Collection;
            values["reverseKey"] = field.ReverseKey;
            values["parentKey"] = field.ParentKey;
            values["sort"] = field.Sort;
            await SaveAsync(fields, field.Key, values, field.Stored is null, transaction, cancellationToken);
        }

        await WriteRevisionAsync(schema, draft.Revision + 1, transaction, cancellationToken);
    }

    private static DraftCollection ToCollection(Dictionary<string, JsonNode?> row)
    {
        var options = Flatten(row, CollectionColumns);
        options["inherit"] ??= false;
        options["hidden"] ??= false;
        var draft = new DraftCollection(Text(row, "key")!, Text(row, "name")!, options, Sort(row));
        return new DraftCollection(draft.Key, draft.Name, options, draft.Sort) { Stored = draft.State() };
    }

    private static DraftField ToField(Dictionary<string, JsonNode?> row, string collection)
    {
        var options = Flatten(row, FieldColumns);
        var draft = new DraftField(Text(row, "key")!, collection, Text(row, "name")!, options, Sort(row))
        {
            ParentKey = Text(row, "parentKey"),
            ReverseKey = Text(row, "reverseKey"),
        };
        return new DraftField(draft.Key, collection, draft.Name, options, draft.Sort)
        {
            ParentKey = draft.ParentKey,
            ReverseKey = draft.ReverseKey,
            Stored = draft.State(),
        };
    }

    /// <summary>Options and own columns of a row as one flat object.</summary>
    private static JsonObject Flatten(Dictionary<string, JsonNode?> row, string[] columns)
    {
        var options = row["options"] as JsonObject ?? [];
        foreach (var column in columns)
        {
            options[column] = row[column];
        }

        return options;
    }

    /// <summary>A flat object as own columns and the rest in <c>options</c>.</summary>
    private static Dictionary<string, object?> ToRow(JsonObject flat, string[] columns)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var rest = (JsonObject)flat.DeepClone();
        foreach (var column in columns)
        {
            values[column] = flat[column] is JsonValue value
                ? value.GetValueKind() switch
                {
                    JsonValueKind.String => value.GetValue<string>(),
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    _ => null,
                }
                : null;
            rest.Remove(column);
        }

        values["options"] = rest.ToJsonString(JsonText.Serializer);
        return values;
    }

    private async IAsyncEnumerable<Dictionary<string, JsonNode?>> RowsAsync(
        Collection table,
        string[] names,
        DbConnection connection,
        DbTransaction? transaction,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var columns = names
            .Select(n => table.TryGetColumn(n, out var c) ? c : throw new InvalidOperationException(n))
            .ToList();
        var types = database.Dialect.Columns;
        var sql = new SqlWriter(database.Dialect)
            .Append("SELECT ")
            .Join(", ", columns, (s, c) => s.Append(types.Select(c.ColumnType, c.QuotedColumn)))
            .Append($" FROM {table.Table.Quoted} ORDER BY ")
            .Append(columns.Single(c => c.Name == "sort").QuotedColumn)
            .Append(", ")
            .Append(columns.Single(c => c.Name == "key").QuotedColumn);
        await using var command = database.CreateCommand(connection, transaction, sql.ToStatement());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
            for (var index = 0; index < columns.Count; index++)
            {
                row[names[index]] = Read(reader, columns[index], index);
            }

            yield return row;
        }
    }

    private JsonNode? Read(DbDataReader reader, ColumnField column, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
        {
            return null;
        }

        var cursor = new ColumnCursor(database.Dialect.Columns.Values, reader, ordinal);
        return column.Name switch
        {
            "options" => JsonNode.Parse(cursor.Json),
            "sort" => cursor.Int64,
            "inherit" or "hidden" => cursor.Boolean,
            _ => cursor.Text,
        };
    }

    private Task DeleteAsync(
        Collection table,
        string key,
        WriteTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        var column = table.PrimaryKey[0];
        var sql = new SqlWriter(database.Dialect)
            .Append($"DELETE FROM {table.Table.Quoted} WHERE {column.QuotedColumn} = ")
            .Parameter(key, column.ColumnType);
        return ExecuteAsync(sql, transaction, cancellationToken);
    }

    private Task SaveAsync(
        Collection table,
        string key,
        Dictionary<string, object?> values,
        bool isNew,
        WriteTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        var primary = table.PrimaryKey[0];
        var columns = values
            .Keys.Select(n => table.TryGetColumn(n, out var c) ? c : throw new InvalidOperationException(n))
            .ToList();
        var sql = new SqlWriter(database.Dialect);
        if (isNew)
        {
            sql.Append($"INSERT INTO {table.Table.Quoted} ({primary.QuotedColumn}, ")
                .Join(", ", columns, (s, c) => s.Append(c.QuotedColumn))
                .Append(") VALUES (")
                .Parameter(key, primary.ColumnType)
                .Append(", ")
                .Join(", ", columns, (s, c) => s.Parameter(values[c.Name], c.ColumnType))
                .Append(')');
        }
        else
        {
            sql.Append($"UPDATE {table.Table.Quoted} SET ")
                .Join(", ", columns, (s, c) => s.Append(c.QuotedColumn + " = ").Parameter(values[c.Name], c.ColumnType))
                .Append($" WHERE {primary.QuotedColumn} = ")
                .Parameter(key, primary.ColumnType);
        }

        return ExecuteAsync(sql, transaction, cancellationToken);
    }

    private async Task<long> ReadRevisionAsync(
        SchemaSnapshot schema,
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var table = schema[RevisionsCollection.Name];
        var name = table.PrimaryKey[0];
        var sql = new SqlWriter(database.Dialect)
            .Append($"SELECT {table.Columns[1].QuotedColumn} FROM {table.Table.Quoted} WHERE {name.QuotedColumn} = ")
            .Parameter(RevisionName, name.ColumnType);
        await using var command = database.CreateCommand(connection, transaction, sql.ToStatement());
        var value = await command.ExecuteScalarAsync(cancellationToken);
        return value is null or DBNull ? 0 : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task WriteRevisionAsync(
        SchemaSnapshot schema,
        long revision,
        WriteTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        var table = schema[RevisionsCollection.Name];
        var (name, number) = (table.Columns[0], table.Columns[1]);
        var sql = new SqlWriter(database.Dialect)
            .Append($"INSERT INTO {table.Table.Quoted} ({name.QuotedColumn}, {number.QuotedColumn}) VALUES (")
            .Parameter(RevisionName, name.ColumnType)
            .Append(", ")
            .Parameter(revision, number.ColumnType)
            .Append(
                $") ON CONFLICT ({name.QuotedColumn}) DO UPDATE SET {number.QuotedColumn} = excluded.{number.QuotedColumn}"
            );
        return ExecuteAsync(sql, transaction, cancellationToken);
    }

    private async Task ExecuteAsync(SqlWriter sql, WriteTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            transaction.Connection,
            transaction.Transaction,
            sql.ToStatement()
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string? Text(Dictionary<string, JsonNode?> row, string name) => row[name]?.GetValue<string>();

    private static long Sort(Dictionary<string, JsonNode?> row) => row["sort"]?.GetValue<long>() ?? 0;
}
