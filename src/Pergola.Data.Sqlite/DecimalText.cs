using System.Globalization;
using System.Numerics;

namespace Pergola.Data.Sqlite;

/// <summary>Exact numbers as text.</summary>
internal static class DecimalText
{
    /// <summary>Largest exponent of a floating-point number.</summary>
    private const int MaxExponent = 400;

    /// <summary>
    /// The number without exponent. Databases filled by others hold floating-point numbers, which SQLite writes with one
    /// when they are large or small.
    /// </summary>
    public static string Plain(string text)
    {
        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        if (
            exponentAt < 0
            || !int.TryParse(text.AsSpan(exponentAt + 1), CultureInfo.InvariantCulture, out var exponent)
            || Math.Abs(exponent) > MaxExponent
            || !BigInteger.TryParse(
                text[..exponentAt].Replace(".", "", StringComparison.Ordinal),
                CultureInfo.InvariantCulture,
                out var digits
            )
        )
        {
            return text;
        }

        var pointAt = text.IndexOf('.');
        var decimals = pointAt < 0 ? 0 : exponentAt - pointAt - 1;
        var shift = exponent - decimals;
        if (shift >= 0)
        {
            return (digits * BigInteger.Pow(10, shift)).ToString(CultureInfo.InvariantCulture);
        }

        var sign = digits.Sign < 0 ? "-" : "";
        var whole = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(1 - shift, '0');
        return $"{sign}{whole[..^-shift]}.{whole[^-shift..]}".TrimEnd('0').TrimEnd('.');
    }
}
