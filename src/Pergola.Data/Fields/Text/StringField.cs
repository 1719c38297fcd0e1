using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Text;

/// <summary>Text of limited length.</summary>
internal sealed class StringField : FieldType
{
    public override string Name => "string";

    public override ColumnType? GetColumnType(FieldDefinition definition) =>
        new(ColumnKind.String, definition.Number("length"));

    public override void Check(FieldDefinition definition) => TextValues.CheckLengthOption(definition);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        TextValues.CheckLength(TextValues.ReadForSave(value, field), field);

    public override object? ParseOperand(JsonElement operand, ColumnField field, ValueContext context) =>
        TextValues.Read(operand, field);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteStringValue(cursor.Text);
}
