using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Text;

/// <summary>Text of any length.</summary>
internal sealed class TextField : FieldType
{
    public override string Name => "text";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Text);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        TextValues.ReadForSave(value, field);

    public override object? ParseOperand(JsonElement operand, ColumnField field, ValueContext context) =>
        TextValues.Read(operand, field);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteStringValue(cursor.Text);
}
