using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Computed;

/// <summary>A name without a column: taken from requests, never stored.</summary>
internal sealed class VirtualField : FieldType
{
    public override string Name => "virtual";

    public override ColumnType? GetColumnType(FieldDefinition definition) => null;

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) => null;

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteNullValue();
}
