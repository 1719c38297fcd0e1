using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Binary;

/// <summary>Bytes; base64 text in JSON.</summary>
internal sealed class BlobField : FieldType
{
    public override string Name => "blob";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Bytes);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw field.Invalid("{field} must be base64 text");

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteBase64StringValue(cursor.Bytes);
}
