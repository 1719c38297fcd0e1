using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pergola.Testing.Oracle;

/// <summary>Order of values, and operands as values of a kind.</summary>
internal static class Values
{
    /// <summary>How a value compares with an operand; null when they are of kinds that do not compare.</summary>
    public static int? Compare(object value, JsonElement operand, FieldKind kind)
    {
        if (value is JsonElement json)
        {
            return CompareInDocument(json, operand);
        }

        return value switch
        {
            string text => Order(text, TextOf(operand)),
            long number => ((decimal)number).CompareTo(Number(operand)),
            double number => number.CompareTo(
                double.Parse(TextOf(operand), NumberStyles.Float, CultureInfo.InvariantCulture)
            ),
            decimal number => number.CompareTo(Number(operand)),
            bool flag => flag.CompareTo(TextOf(operand) == "true"),
            DateTime time => time.CompareTo(kind == FieldKind.Instant ? Instant(operand) : Cut(Instant(operand))),
            DateOnly day => day.CompareTo(DateOnly.FromDateTime(Instant(operand))),
            TimeOnly time => time.CompareTo(TimeOnly.Parse(TextOf(operand), CultureInfo.InvariantCulture)),
            Guid id => Order(id, Guid.Parse(TextOf(operand))),
            _ => throw new ArgumentException($"{value.GetType()} cannot be compared.", nameof(value)),
        };
    }

    /// <summary>Order of two values of one kind.</summary>
    public static int Order(object left, object right) =>
        (left, right) switch
        {
            (string a, string b) => CompareCodePoints(a, b),
            // By its digits, which is not how Guid compares itself.
            (Guid a, Guid b) => string.CompareOrdinal(a.ToString(), b.ToString()),
            (IComparable a, _) => a.CompareTo(right),
            _ => throw new ArgumentException($"{left.GetType()} has no order.", nameof(left)),
        };

    /// <summary>Text of a scalar: numbers as they were written.</summary>
    public static string TextOf(JsonElement operand) =>
        operand.ValueKind == JsonValueKind.String ? operand.GetString()! : operand.GetRawText();

    private static int? CompareInDocument(JsonElement value, JsonElement operand)
    {
        if (operand.ValueKind != JsonValueKind.Number)
        {
            var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            return CompareCodePoints(text, TextOf(operand));
        }

        return value.ValueKind == JsonValueKind.Number ? value.GetDouble().CompareTo(operand.GetDouble()) : null;
    }

    private static decimal Number(JsonElement operand) =>
        decimal.Parse(TextOf(operand), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Point in time of a text; the server's zone in these tests is UTC, so wall times are the same.</summary>
    private static DateTime Instant(JsonElement operand)
    {
        var date = DateSpan.Parse(TextOf(operand)) ?? throw new FormatException(TextOf(operand));
        return date.Start - (date.Offset ?? TimeSpan.Zero);
    }

    private static DateTime Cut(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), time.Kind);

    private static int CompareCodePoints(string left, string right)
    {
        var (a, b) = (left.EnumerateRunes(), right.EnumerateRunes());
        while (true)
        {
            var (hasLeft, hasRight) = (a.MoveNext(), b.MoveNext());
            if (!hasLeft || !hasRight)
            {
                return hasLeft.CompareTo(hasRight);
            }

            if (a.Current != b.Current)
            {
                return a.Current.CompareTo(b.Current);
            }
        }
    }
}
