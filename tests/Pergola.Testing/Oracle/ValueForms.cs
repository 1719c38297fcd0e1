using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Pergola.Testing.Oracle;

/// <summary>Says, by the documented tables, how a JSON value is read back from a field it was given for.</summary>
public static class ValueForms
{
    public const int DecimalPrecision = 20;
    public const int DecimalScale = 6;
    private const int MaxStringLength = 255;
    private static readonly BigInteger LongestInstant = 253_402_300_799_999;
    private static readonly string[] TrueWords = ["true", "yes", "on", "1", "t", "y"];
    private static readonly string[] FalseWords = ["false", "no", "off", "0", "f", "n"];

    public static ValueForm Of(JsonElement value, FieldKind kind)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return ValueForm.Accepted(null, kind);
        }

        if (HasZero(value))
        {
            return ValueForm.Refused;
        }

        return kind switch
        {
            FieldKind.String or FieldKind.Text => OfText(value, kind),
            FieldKind.Integer => OfInteger(value, kind, int.MinValue, int.MaxValue),
            FieldKind.BigInt => OfInteger(value, kind, long.MinValue, long.MaxValue),
            FieldKind.Double => OfDouble(value),
            FieldKind.Decimal => OfDecimal(value),
            FieldKind.Boolean => OfBoolean(value),
            FieldKind.Instant or FieldKind.Wall or FieldKind.Day => OfDate(value, kind),
            FieldKind.Unix => OfUnix(value),
            FieldKind.Time => OfTime(value),
            FieldKind.Strings => OfList(value),
            FieldKind.Document => HasAbsurdNumber(value) ? ValueForm.Open : ValueForm.Accepted(value, kind),
            FieldKind.Uuid => OfUuid(value),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static ValueForm OfText(JsonElement value, FieldKind kind)
    {
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            return ValueForm.Refused;
        }

        var text = Values.TextOf(value);
        return kind == FieldKind.String && text.EnumerateRunes().Count() > MaxStringLength
            ? ValueForm.Refused
            : ValueForm.Accepted(text, kind);
    }

    private static ValueForm OfInteger(JsonElement value, FieldKind kind, long min, long max) =>
        NumberText.Read(value) is not { IsAbsurd: false } number || number.Integer() is not { } integer
            ? ValueForm.Refused
        : integer >= min && integer <= max ? ValueForm.Accepted((long)integer, kind)
        : ValueForm.Refused;

    private static ValueForm OfDouble(JsonElement value)
    {
        if (NumberText.Read(value) is null)
        {
            return ValueForm.Refused;
        }

        var number = double.Parse(Values.TextOf(value), NumberStyles.Float, CultureInfo.InvariantCulture);
        // The sign of zero is nothing to rely on.
        return !double.IsFinite(number) ? ValueForm.Refused
            : number == 0 ? ValueForm.Accepted(0L, FieldKind.Integer)
            : ValueForm.Accepted(number, FieldKind.Double);
    }

    private static ValueForm OfDecimal(JsonElement value)
    {
        if (NumberText.Read(value) is not { } number)
        {
            return ValueForm.Refused;
        }

        if (number.IsAbsurd)
        {
            return number.Exponent > 0 ? ValueForm.Refused : ValueForm.Open;
        }

        var scaled = number.Scaled(DecimalScale);
        return BigInteger.Abs(scaled) < BigInteger.Pow(10, DecimalPrecision)
            ? ValueForm.Accepted(new decimal((long)(scaled / 10_000_000)) * 10 + Rest(scaled), FieldKind.Decimal)
            : ValueForm.Refused;
    }

    /// <summary>The last seven digits of a number of millionths.</summary>
    private static decimal Rest(BigInteger scaled) => new decimal((int)(scaled % 10_000_000)) / 1_000_000m + 0.000000m;

    private static ValueForm OfBoolean(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return ValueForm.Accepted(value.GetBoolean(), FieldKind.Boolean);
        }

        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return ValueForm.Refused;
        }

        var word = Values.TextOf(value);
        return TrueWords.Contains(word) ? ValueForm.Accepted(true, FieldKind.Boolean)
            : FalseWords.Contains(word) ? ValueForm.Accepted(false, FieldKind.Boolean)
            // Databases take blanks, capitals and beginnings of words as well.
            : word.Trim().Length is > 0 and < 5 && word.Trim().All(char.IsAsciiLetterOrDigit) ? ValueForm.Open
            : ValueForm.Refused;
    }

    private static ValueForm OfDate(JsonElement value, FieldKind kind)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            return OfEpoch(NumberText.Read(value)!, kind);
        }

        return value.ValueKind == JsonValueKind.String ? OfDateText(value.GetString()!, kind) : ValueForm.Refused;
    }

    private static ValueForm OfEpoch(NumberText number, FieldKind kind)
    {
        if (number.IsAbsurd)
        {
            return number.Exponent > 0 ? ValueForm.Refused : ValueForm.Open;
        }

        return number.Integer() is not { } milliseconds ? ValueForm.Open
            : BigInteger.Abs(milliseconds) > LongestInstant ? ValueForm.Refused
            : milliseconds < -62_135_596_800_000 ? ValueForm.Refused
            : AsDate(DateTime.UnixEpoch.AddMilliseconds((long)milliseconds), kind);
    }

    private static ValueForm OfDateText(string text, FieldKind kind)
    {
        if (!text.Any(char.IsAsciiDigit) || text.All(char.IsAsciiDigit) && text.Length != 8)
        {
            return ValueForm.Refused;
        }

        try
        {
            // Periods are for filters; other spellings are left open.
            return text.Length > 5 && DateSpan.Parse(text) is { } span && !text.AsSpan().ContainsAny("QWw")
                ? AsDate(span.Start - (span.Offset ?? TimeSpan.Zero), kind)
                : ValueForm.Open;
        }
        catch (ArgumentOutOfRangeException)
        {
            // Some part is no month, day or hour; or the offset leads out of the calendar.
            return ValueForm.Open;
        }
    }

    private static ValueForm AsDate(DateTime utc, FieldKind kind) =>
        kind switch
        {
            FieldKind.Instant => ValueForm.Accepted(utc, kind),
            FieldKind.Day => ValueForm.Accepted(DateOnly.FromDateTime(utc), kind),
            FieldKind.Unix => ValueForm.Accepted((long)Math.Floor((utc - DateTime.UnixEpoch).TotalSeconds), kind),
            _ => ValueForm.Accepted(new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond)), kind),
        };

    private static ValueForm OfUnix(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return NumberText.Read(value) is not null
                ? ValueForm.Refused
                : OfDateText(value.GetString()!, FieldKind.Unix);
        }

        return NumberText.Read(value) is not { IsAbsurd: false } number || number.Integer() is not { } seconds
                ? ValueForm.Refused
            : seconds < -62_135_596_800 || seconds > 253_402_300_799 ? ValueForm.Refused
            : ValueForm.Accepted((long)seconds, FieldKind.Unix);
    }

    private static ValueForm OfTime(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return ValueForm.Refused;
        }

        string[] formats = ["HH:mm:ss", "HH:mm", "H:m", "HHmmss"];
        var text = value.GetString()!;
        return TimeOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? ValueForm.Accepted(time, FieldKind.Time)
            : text.Any(char.IsAsciiDigit) ? ValueForm.Open
            : ValueForm.Refused;
    }

    private static ValueForm OfList(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!.TrimStart().StartsWith('[') ? ValueForm.Open : ValueForm.Refused;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return ValueForm.Refused;
        }

        return value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String)
            ? ValueForm.Accepted(
                value.EnumerateArray().Select(e => e.GetString()!).Order(StringComparer.Ordinal).ToArray(),
                FieldKind.Strings
            )
            : ValueForm.Open;
    }

    private static ValueForm OfUuid(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return ValueForm.Refused;
        }

        return Guid.TryParseExact(value.GetString(), "D", out var id) ? ValueForm.Accepted(id, FieldKind.Uuid)
            : Guid.TryParse(value.GetString(), out _) || string.IsNullOrWhiteSpace(value.GetString()) ? ValueForm.Open
            : ValueForm.Refused;
    }

    private static bool HasZero(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Contains('\0'),
            JsonValueKind.Array => value.EnumerateArray().Any(HasZero),
            JsonValueKind.Object => value.EnumerateObject().Any(m => m.Name.Contains('\0') || HasZero(m.Value)),
            _ => false,
        };

    private static bool HasAbsurdNumber(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => NumberText.Read(value)!.IsAbsurd,
            JsonValueKind.Array => value.EnumerateArray().Any(HasAbsurdNumber),
            JsonValueKind.Object => value.EnumerateObject().Any(m => HasAbsurdNumber(m.Value)),
            _ => false,
        };
}
