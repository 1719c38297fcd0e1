using System.Globalization;
using System.Text.Json;
using Pergola.Data.Fields;
using Pergola.Data.Fields.Number;
using Pergola.Data.Sql;

namespace Pergola.Data.Operators;

/// <summary>A value that a subject is compared with.</summary>
internal sealed record ScalarOperand(Subject Subject, object Value, ColumnType Type)
{
    /// <summary>Reads an operand that is not null.</summary>
    public static ScalarOperand Read(OperatorContext context, JsonElement operand)
    {
        var subject = new Subject(context.Path);
        if (subject.IsStructure || (!subject.IsDocument && subject.Type.Kind == ColumnKind.Bytes))
        {
            throw context.NotApplicable();
        }

        if (operand.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Undefined)
        {
            throw context.Invalid("{operator} on {field} needs a single value");
        }

        return subject.IsDocument ? ReadDocument(context, subject, operand) : ReadColumn(context, subject, operand);
    }

    /// <summary>Appends <c>subject comparison value</c>.</summary>
    public void Compare(SqlWriter sql, string column, string comparison) =>
        sql.Append(Subject.Comparable(sql, column, Type))
            .Append(' ')
            .Append(comparison)
            .Append(' ')
            .Parameter(Value, Type);

    private static ScalarOperand ReadDocument(OperatorContext context, Subject subject, JsonElement operand) =>
        operand.ValueKind == JsonValueKind.Number
            ? new ScalarOperand(subject, ToDouble(operand.GetRawText()), Subject.NumberType)
            : new ScalarOperand(subject, ScalarText.Of(operand, context.Path.ToString())!, Subject.TextType);

    private static ScalarOperand ReadColumn(OperatorContext context, Subject subject, JsonElement operand)
    {
        if (IsBeyondIntegers(subject.Type.Kind, operand, context, out var number))
        {
            return new ScalarOperand(subject, number, Subject.NumberType);
        }

        var value =
            context.Field.Type.ParseOperand(operand, context.Field, context.Values)
            ?? throw context.Invalid("{operator} on {field} needs a value");
        return new ScalarOperand(subject, value, subject.Type);
    }

    /// <summary>
    /// Whether the operand is a number that the integers of a column cannot be, such as 1.5 in <c>pages &gt; 1.5</c>. It is
    /// compared as a floating point number then.
    /// </summary>
    private static bool IsBeyondIntegers(
        ColumnKind kind,
        JsonElement operand,
        OperatorContext context,
        out double number
    )
    {
        number = 0;
        if (
            kind is not (ColumnKind.Int32 or ColumnKind.Int64)
            || operand.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)
        )
        {
            return false;
        }

        var text = ScalarText.Of(operand, context.Path.ToString())!;
        var outcome = ExactNumber.Parse(text, out var exact);
        if (outcome == NumberText.Malformed)
        {
            return false;
        }

        var (min, max) = kind == ColumnKind.Int32 ? (int.MinValue, int.MaxValue) : (long.MinValue, long.MaxValue);
        if (outcome == NumberText.Number && exact.TryGetInteger(out var integer) && integer >= min && integer <= max)
        {
            return false;
        }

        number = ToDouble(text);
        return true;
    }

    /// <summary>Numbers beyond the range of double are as good as its ends in a comparison.</summary>
    private static double ToDouble(string text) =>
        Math.Clamp(
            double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            double.MinValue,
            double.MaxValue
        );
}
