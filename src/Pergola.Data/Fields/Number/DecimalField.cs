using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Number;

/// <summary>Exact number; a JSON string, so that no client loses digits. Rounded half away from zero to its scale.</summary>
internal sealed class DecimalField : FieldType
{
    public override string Name => "decimal";

    public override bool EchoesInput => true;

    /// <summary>As in SQL, a precision without a scale means none.</summary>
    public override ColumnType? GetColumnType(FieldDefinition definition)
    {
        var precision = definition.Number("precision");
        return new ColumnType(
            ColumnKind.Decimal,
            Precision: precision,
            Scale: definition.Number("scale") ?? (precision is null ? null : 0)
        );
    }

    public override void Check(FieldDefinition definition)
    {
        CheckOption(definition, "precision", 1, ExactNumber.MaxDigits);
        CheckOption(definition, "scale", 0, definition.Number("precision") ?? ExactNumber.MaxDigits);
    }

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context)
    {
        var number = NumberValues.ReadExact(value, field);
        if (field.ColumnType.Scale is { } scale)
        {
            number = number.Round(scale);
        }

        if (field.ColumnType.Precision is { } precision && number.CountWholeDigits() > precision - number.Scale)
        {
            throw field.Invalid("{field} is out of range");
        }

        return number.ToString();
    }

    public override object? ParseOperand(JsonElement operand, ColumnField field, ValueContext context) =>
        NumberValues.ReadExact(operand, field).ToString();

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteStringValue(cursor.Decimal);

    private static void CheckOption(FieldDefinition definition, string option, int min, int max)
    {
        if (definition.Options.Get(option) is null)
        {
            return;
        }

        if (definition.Number(option) is not { } number || number < min || number > max)
        {
            throw ValueErrors.Option(definition, option, "{field}: {option} is not an integer in its range");
        }
    }
}
