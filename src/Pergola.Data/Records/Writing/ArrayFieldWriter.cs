using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records.Associations;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Writing;

/// <summary>Adds and removes elements of a field that holds an array, as if it were an association.</summary>
internal sealed class ArrayFieldWriter(RecordWriter writer, StatementRunner statements)
{
    public async Task RunAsync(
        WriteSession session,
        ColumnField field,
        RecordKey key,
        LinkAction action,
        IReadOnlyList<JsonElement> elements,
        CancellationToken cancellationToken
    )
    {
        if (action == LinkAction.Toggle || field.Type.Name is not ("array" or "set"))
        {
            throw new BadRequestException(
                "{action} is not possible for {association}",
                [
                    ("action", action.ToString().ToLowerInvariant()),
                    ("association", $"{field.Collection.Name}.{field.Name}"),
                ],
                field.Name
            );
        }

        var present = await ReadForChangeAsync(session, field, key, cancellationToken);
        var given = elements.Select(e => JsonNode.Parse(e.GetRawText())).ToList();
        List<JsonNode?> changed = action switch
        {
            LinkAction.Set => given,
            LinkAction.Add => [.. present, .. given],
            _ => present.FindAll(p => !given.Exists(g => JsonNode.DeepEquals(p, g))),
        };
        var value = new JsonArray([.. changed.Select(n => n?.DeepClone())]);
        var values = new JsonObject { [field.Name] = value };
        await writer.UpdateAsync(
            session,
            field.Collection,
            key,
            filter: null,
            JsonText.Parse(values.ToJsonString(JsonText.Serializer)),
            WriteOptions.Default,
            cancellationToken
        );
    }

    /// <summary>Reads the array and keeps others from changing it: an update that changes nothing locks the row.</summary>
    private async Task<List<JsonNode?>> ReadForChangeAsync(
        WriteSession session,
        ColumnField field,
        RecordKey key,
        CancellationToken cancellationToken
    )
    {
        var name = key.Columns[0].QuotedColumn;
        var sql = new SqlWriter(session.Database.Dialect).Append(
            $"UPDATE {field.Collection.Table.Quoted} SET {name} = {name} WHERE "
        );
        sql.AppendKey(key);
        sql.Append(" RETURNING ").Append(ReturnedColumns.Of([field], session.Database.Dialect));
        var rows = await statements.ReadValuesAsync(session, [field], sql.ToStatement(), cancellationToken);
        if (rows.Count == 0)
        {
            throw new NotFoundException(
                "The source record of {association} does not exist",
                [("association", $"{field.Collection.Name}.{field.Name}")]
            );
        }

        return rows[0][0] is string text && JsonNode.Parse(text) is JsonArray array ? [.. array] : [];
    }
}
