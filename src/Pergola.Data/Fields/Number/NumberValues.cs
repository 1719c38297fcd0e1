using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Number;

/// <summary>Reading of JSON numbers and numeric text for the number types, from the text and never through double.</summary>
internal static class NumberValues
{
    /// <summary>Largest integer a JSON number carries without loss in every client.</summary>
    public const long MaxSafeInteger = 9_007_199_254_740_991;

    public static ExactNumber ReadExact(JsonElement value, ColumnField field)
    {
        var text = ReadText(value, field);
        return ExactNumber.Parse(text, out var number) switch
        {
            NumberText.Number => number,
            NumberText.TooLarge => throw OutOfRange(field),
            _ => throw field.Invalid("{field} must be a number"),
        };
    }

    public static long ReadInteger(JsonElement value, ColumnField field, long min, long max)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var plain))
        {
            return plain >= min && plain <= max ? plain : throw OutOfRange(field);
        }

        if (!ReadExact(value, field).TryGetInteger(out BigInteger integer))
        {
            throw field.Invalid("{field} must be an integer");
        }

        return integer >= min && integer <= max ? (long)integer : throw OutOfRange(field);
    }

    public static double ReadDouble(JsonElement value, ColumnField field)
    {
        var number = double.Parse(ReadFloatText(value, field), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw OutOfRange(field);
    }

    public static float ReadSingle(JsonElement value, ColumnField field)
    {
        var number = float.Parse(ReadFloatText(value, field), NumberStyles.Float, CultureInfo.InvariantCulture);
        return float.IsFinite(number) ? number : throw OutOfRange(field);
    }

    /// <summary>A JSON number while every client reads it without loss, else a string.</summary>
    public static void WriteInt64(Utf8JsonWriter writer, long value)
    {
        if (value is >= -MaxSafeInteger and <= MaxSafeInteger)
        {
            writer.WriteNumberValue(value);
            return;
        }

        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        writer.WriteStringValue(digits[..length]);
    }

    /// <summary>JSON has no infinity and no NaN; rows written by others may.</summary>
    public static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    public static void WriteSingle(Utf8JsonWriter writer, float value)
    {
        if (float.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static string ReadFloatText(JsonElement value, ColumnField field)
    {
        var text = ReadText(value, field);
        return ExactNumber.Parse(text, out _) == NumberText.Malformed
            ? throw field.Invalid("{field} must be a number")
            : text;
    }

    private static string ReadText(JsonElement value, ColumnField field) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => ScalarText.Read(value, field.Name),
            _ => throw field.Invalid("{field} must be a number"),
        };

    private static ValidationException OutOfRange(ColumnField field) => field.Invalid("{field} is out of range");
}
