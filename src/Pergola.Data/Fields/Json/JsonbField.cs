using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Json;

/// <summary>Any JSON value in the form the database indexes; it may reorder keys.</summary>
internal sealed class JsonbField : FieldType
{
    public override string Name => "jsonb";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.JsonBinary);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        JsonValues.Read(value, field);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        JsonValues.Write(writer, cursor.Json);
}
