using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Identity;

/// <summary>UUID, generated (version 4) unless the field says <c>autoFill: false</c>.</summary>
internal sealed class UuidField : FieldType, IGeneratesOnInsert
{
    public override string Name => "uuid";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Uuid);

    /// <summary>An empty text is no value.</summary>
    public override object? Parse(JsonElement value, ColumnField field, ValueContext context)
    {
        var text = value.ValueKind == JsonValueKind.String ? ScalarText.Read(value, field.Name).Trim() : null;
        if (text is "")
        {
            return null;
        }

        return Guid.TryParse(text, out var id) ? id : throw field.Invalid("{field} must be a UUID");
    }

    public override object? ParseOperand(JsonElement operand, ColumnField field, ValueContext context) =>
        Parse(operand, field, context) ?? throw field.Invalid("{field} must be a UUID");

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteStringValue(cursor.Uuid);

    public object? GenerateOnInsert(ColumnField field, ValueContext context) =>
        AutoFill.IsOn(field.Definition) ? Guid.NewGuid() : null;
}
