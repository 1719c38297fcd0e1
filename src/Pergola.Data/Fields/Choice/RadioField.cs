using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Choice;

/// <summary>A boolean that is true in at most one record; the record writer clears the others.</summary>
internal sealed class RadioField : FieldType
{
    public override string Name => "radio";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Boolean);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        BooleanValues.Read(value, field);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteBooleanValue(cursor.Boolean);
}
