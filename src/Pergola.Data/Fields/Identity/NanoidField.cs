using System.Text.Json;
using Pergola.Core.Ids;
using Pergola.Data.Dialects;
using Pergola.Data.Fields.Text;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Identity;

/// <summary>Random text of <c>size</c> characters of an alphabet, generated unless the field says <c>autoFill: false</c>.</summary>
internal sealed class NanoidField : FieldType, IGeneratesOnInsert
{
    private const int DefaultSize = 12;

    public override string Name => "nanoid";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.String);

    public override void Check(FieldDefinition definition)
    {
        if (
            definition.Options.Get("size") is not null
            && definition.Number("size") is not (>= 1 and <= TextValues.DefaultLength)
        )
        {
            throw ValueErrors.Option(definition, "size", "{field}: {option} must be an integer from 1 to 255");
        }
    }

    /// <summary>An empty text is no value.</summary>
    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        TextValues.Read(value, field) is { Length: > 0 } text ? TextValues.CheckLength(text, field) : null;

    public override object? ParseOperand(JsonElement operand, ColumnField field, ValueContext context) =>
        TextValues.Read(operand, field);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteStringValue(cursor.Text);

    public object? GenerateOnInsert(ColumnField field, ValueContext context)
    {
        if (!AutoFill.IsOn(field.Definition))
        {
            return null;
        }

        var alphabet = field.Definition.Text("customAlphabet");
        return RandomText.From(
            string.IsNullOrEmpty(alphabet) ? RandomText.NanoAlphabet : alphabet,
            Math.Clamp(field.Definition.Number("size") ?? DefaultSize, 1, TextValues.DefaultLength)
        );
    }
}
