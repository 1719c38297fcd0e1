using System.Buffers;
using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Events;
using Pergola.Data.Schema;

namespace Pergola.Plugins.AuditLog.Changes;

/// <summary>
/// The fields a change has changed, as an array: <c>{"field","before","after"}</c>; of secret ones only that they changed,
/// and of long values the beginning.
/// </summary>
internal static class FieldChanges
{
    private const int Longest = 2_000;

    /// <summary>Whether a value must not be kept anywhere but in its own column.</summary>
    public static bool IsSecret(ColumnField column) => column.Hidden;

    /// <returns>Null when nothing changed that is worth keeping.</returns>
    public static JsonElement? Write(RecordChange change)
    {
        var output = new ArrayBufferWriter<byte>();
        var any = false;
        using (var json = new Utf8JsonWriter(output, JsonText.Writer))
        {
            json.WriteStartArray();
            foreach (var column in change.Collection.Columns.Where(IsKept))
            {
                any |= IsSecret(column) ? WriteSecret(json, change, column) : WriteValues(json, change, column);
            }

            json.WriteEndArray();
        }

        return any || change.Kind != ChangeKinds.Update ? JsonElement.Parse(output.WrittenSpan) : null;
    }

    /// <summary>Who changed it and when is in the entry already.</summary>
    private static bool IsKept(ColumnField column) => column.Role is FieldRole.None or FieldRole.ForeignKey;

    private static bool WriteSecret(Utf8JsonWriter json, RecordChange change, ColumnField column)
    {
        if (!change.Values.TryGetValue(column, out var value) || (value is null && change.Kind == ChangeKinds.Create))
        {
            return false;
        }

        json.WriteStartObject();
        json.WriteString("field", column.Name);
        json.WriteBoolean("secret", true);
        json.WriteEndObject();
        return true;
    }

    private static bool WriteValues(Utf8JsonWriter json, RecordChange change, ColumnField column)
    {
        var before = ValueOf(change.Before, column);
        var after = ValueOf(change.Record, column);
        if (JsonElement.DeepEquals(before, after))
        {
            return false;
        }

        json.WriteStartObject();
        json.WriteString("field", column.Name);
        var isCut = false;
        if (change.Kind != ChangeKinds.Create)
        {
            isCut |= WriteValue(json, "before", before);
        }

        if (change.Kind != ChangeKinds.Destroy)
        {
            isCut |= WriteValue(json, "after", after);
        }

        if (isCut)
        {
            json.WriteBoolean("cut", true);
        }

        json.WriteEndObject();
        return true;
    }

    private static JsonElement ValueOf(JsonElement record, ColumnField column) =>
        record.ValueKind == JsonValueKind.Object ? record.Get(column.Name) ?? JsonText.Null : JsonText.Null;

    /// <returns>Whether only the beginning was written.</returns>
    private static bool WriteValue(Utf8JsonWriter json, string name, JsonElement value)
    {
        json.WritePropertyName(name);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (text.Length <= Longest)
        {
            value.WriteTo(json);
            return false;
        }

        // Never half a character of two.
        json.WriteStringValue(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest));
        return true;
    }
}
