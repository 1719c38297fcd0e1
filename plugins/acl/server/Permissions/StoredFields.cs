using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Permissions;

/// <summary>The fields of collections as the form of a role gets them: their stored rows, options beside the columns.</summary>
internal sealed class StoredFields(RecordReader reader)
{
    private const string Table = "fields";

    /// <summary>Every field of the designer by collection, in the order of the designer.</summary>
    public async Task<ILookup<string, JsonObject>> ReadAsync(SchemaSnapshot schema, CancellationToken cancellationToken)
    {
        if (!schema.TryGet(Table, out var table))
        {
            return Array.Empty<JsonObject>().ToLookup(_ => string.Empty, StringComparer.Ordinal);
        }

        var sort = table.Column("sort");
        var query = new RecordQuery(table)
        {
            Selection = new Selection([.. Selection.All(table).Columns.Append(sort).Distinct()], []),
            Sort = [new SortKey(FieldPath.Of(sort), Descending: false)],
        };
        using var page = await reader.ReadAsync(query, cancellationToken);
        return RecordReader
            .ToJson(page)
            .EnumerateArray()
            .Select(Flatten)
            .ToLookup(f => f["collectionName"]?.GetValue<string>() ?? string.Empty, StringComparer.Ordinal);
    }

    /// <summary>The fields of a collection; those of the server's own tables have no rows and are told from their definition.</summary>
    public static IEnumerable<JsonNode> Of(Collection collection, ILookup<string, JsonObject> stored)
    {
        var rows = stored[collection.Name].ToList();
        var known =
            rows.Count > 0
                ? rows.Where(r => r["isForeignKey"]?.GetValue<bool>() is not true)
                : collection.Definition.Fields.Select(f => JsonObject.Create(f.Options)!);
        foreach (var field in known)
        {
            yield return field;
        }

        foreach (var column in collection.Columns.Where(c => IsImplied(c, rows, collection)))
        {
            yield return OfUser(column);
        }
    }

    private static bool IsImplied(ColumnField column, List<JsonObject> rows, Collection collection) =>
        column.Role is FieldRole.CreatedById or FieldRole.UpdatedById
        && rows.All(r => r["name"]?.GetValue<string>() != column.Name)
        && (rows.Count > 0 || collection.Definition.Fields.All(f => f.Name != column.Name));

    private static JsonObject OfUser(ColumnField column)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = "context",
            ["dataType"] = "bigInt",
            ["dataIndex"] = "state.currentUser.id",
        };
        if (column.Role == FieldRole.CreatedById)
        {
            field["createOnly"] = true;
        }

        field["visible"] = true;
        field["index"] = true;
        return field;
    }

    private static JsonObject Flatten(JsonElement row)
    {
        var field = JsonObject.Create(row)!;
        field.Remove("options");
        field.Remove("sort");
        foreach (
            var option in row.Get("options") is { ValueKind: JsonValueKind.Object } o ? o.EnumerateObject() : default
        )
        {
            if (!field.ContainsKey(option.Name))
            {
                field[option.Name] = JsonSerializer.SerializeToNode(option.Value, JsonText.Serializer);
            }
        }

        // The key of a table gives its place to a foreign key that comes later; clients count from 1.
        var sort = row.Get("sort") is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : 1;
        field["__sort"] = Math.Max(1, sort);
        return field;
    }
}
