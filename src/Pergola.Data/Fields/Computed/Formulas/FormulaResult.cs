using System.Globalization;
using Pergola.Data.Fields.Date;
using Pergola.Data.Fields.Number;
using Pergola.Data.Fields.Text;

namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>Between values of columns and values of formulas.</summary>
internal static class FormulaResult
{
    /// <summary>Digits after the point that a computed number keeps.</summary>
    private const int Places = 9;

    /// <summary>A stored value as a formula sees it. Wall times and days are taken in the server zone.</summary>
    public static object? FromStored(object? value, ColumnKind kind, TimeZoneInfo zone) =>
        value switch
        {
            null or byte[] => null,
            int number => FormulaNumber.Of((decimal)number),
            long number => FormulaNumber.Of((decimal)number),
            float number => FromDouble(number),
            double number => FromDouble(number),
            string text when kind == ColumnKind.Decimal => FormulaNumber.Read(text),
            bool or string => value,
            DateTime { Kind: DateTimeKind.Utc } => value,
            DateTime wall => WallClock.ToUtc(wall, zone),
            DateOnly day => WallClock.ToUtc(day.ToDateTime(TimeOnly.MinValue), zone),
            TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    /// <summary>The result as a column holds it.</summary>
    /// <exception cref="FormulaFaultException">The column cannot hold it.</exception>
    public static object? ToStored(object? value, ColumnType column, FormulaScope scope)
    {
        if (value is null)
        {
            return null;
        }

        return column.Kind switch
        {
            ColumnKind.Boolean => FormulaScope.IsTrue(value),
            ColumnKind.Int32 => (int)ToInteger(value, scope, int.MinValue, int.MaxValue),
            ColumnKind.Int64 => ToInteger(value, scope, long.MinValue, long.MaxValue),
            ColumnKind.Double => Number(value, scope).Value,
            ColumnKind.Decimal => ToDecimal(value, column, scope),
            ColumnKind.Instant => ToInstant(value, scope),
            ColumnKind.String => ToText(value, column, scope),
            _ => throw new InvalidOperationException($"No formula has a column of kind {column.Kind}."),
        };
    }

    private static object? FromDouble(double number) => double.IsFinite(number) ? FormulaNumber.Of(number) : null;

    private static FormulaNumber Number(object value, FormulaScope scope) => scope.Number(value)!.Value.Round(Places);

    /// <summary>The digits after the point are cut off.</summary>
    private static long ToInteger(object value, FormulaScope scope, long min, long max)
    {
        var number = Exact(Number(value, scope)).Truncate();
        return number >= min && number <= max ? (long)number : throw OutOfRange();
    }

    private static string ToDecimal(object value, ColumnType column, FormulaScope scope)
    {
        var number = Exact(Number(value, scope));
        if (column.Scale is { } scale)
        {
            number = number.Round(scale);
        }

        return column.Precision is { } precision && number.CountWholeDigits() > precision - number.Scale
            ? throw OutOfRange()
            : number.ToString();
    }

    private static ExactNumber Exact(FormulaNumber number) =>
        ExactNumber.Parse(number.ToString(), out var exact) == NumberText.Number ? exact : throw OutOfRange();

    private static DateTime ToInstant(object value, FormulaScope scope)
    {
        if (value is DateTime date)
        {
            return date;
        }

        if (value is string text)
        {
            return DateText.TryParse(text, out var parsed) && parsed.Unit != DateUnit.Year
                ? DateValues.ToInstant(parsed, scope.Zone)
                : throw new FormulaFaultException("The text is not a date.");
        }

        var milliseconds = Math.Truncate(Number(value, scope).Value);
        return milliseconds is >= DateValues.MinEpochMilliseconds and <= DateValues.MaxEpochMilliseconds
            ? DateTime.UnixEpoch.AddTicks((long)milliseconds * TimeSpan.TicksPerMillisecond)
            : throw OutOfRange();
    }

    private static string ToText(object value, ColumnType column, FormulaScope scope)
    {
        var text = scope.Text(value is FormulaNumber number ? number.Round(Places) : value)!;
        return ScalarText.CountCharacters(text) <= (column.Length ?? TextValues.DefaultLength)
            ? text
            : throw new FormulaFaultException("The text is too long for its column.");
    }

    private static FormulaFaultException OutOfRange() => new("The number is too large for its column.");
}
