using System.Text.Json;
using Pergola.App.Acl;
using Pergola.App.Acl.Rules;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.App.Actions.Standard;

/// <summary>Written records as JSON, as far as the caller may see them.</summary>
internal static class WrittenRecords
{
    public static ValueTask WriteWrittenAsync(this ActionContext context, WrittenRecord record) =>
        context.WriteDataAsync(json => Write(json, record, context));

    public static void Write(Utf8JsonWriter json, WrittenRecord record, ActionContext context)
    {
        if (record.Key is { } key)
        {
            context.NoteKey(key.ToString());
        }

        if (context.Access is { } access)
        {
            record.WriteTo(json, column => IsSeen(column, record, context.View, access));
        }
        else
        {
            record.WriteTo(json);
        }
    }

    /// <summary>
    /// Of linked records the columns that the caller may view in every record; which records are within a scope is not asked.
    /// </summary>
    private static bool IsSeen(ColumnField column, WrittenRecord record, Permission view, RequestAccess access)
    {
        if (column.Role is FieldRole.CreatedById or FieldRole.UpdatedById)
        {
            return true;
        }

        if (column.Collection == record.Collection)
        {
            return QueryGuard.IsSeen(column, view);
        }

        return access.Of(column.Collection, ActionNames.View) is { Scopes.Count: 0 } permission
            ? QueryGuard.IsSeen(column, permission)
            : column.IsPrimaryKey;
    }

    public static void WriteArray(Utf8JsonWriter json, IEnumerable<WrittenRecord> records, ActionContext context)
    {
        json.WriteStartArray();
        foreach (var record in records)
        {
            Write(json, record, context);
        }

        json.WriteEndArray();
    }
}
