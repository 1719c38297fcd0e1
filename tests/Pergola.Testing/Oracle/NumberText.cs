using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pergola.Testing.Oracle;

/// <summary>A number as it was written: digits and a power of ten.</summary>
internal sealed record NumberText(BigInteger Digits, int Exponent)
{
    private const int Absurd = 1_000;
    private const string Pattern =
        @"^[ \t\r\n]*(?<sign>[+-]?)(?<whole>[0-9]*)(\.(?<fraction>[0-9]*))?([eE](?<exponent>[+-]?[0-9]+))?[ \t\r\n]*$";

    /// <summary>Whether there are so many digits that nobody has to work with them.</summary>
    public bool IsAbsurd => Math.Abs((long)Exponent) > Absurd || BigInteger.Abs(Digits) > BigInteger.Pow(10, Absurd);

    /// <summary>Reads a JSON number or numeric text; null when it is neither.</summary>
    public static NumberText? Read(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String))
        {
            return null;
        }

        var match = Regex.Match(Values.TextOf(value), Pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var (whole, fraction) = (match.Groups["whole"].Value, match.Groups["fraction"].Value);
        if (!match.Success || whole.Length + fraction.Length == 0)
        {
            return null;
        }

        var digits = BigInteger.Parse(whole + fraction, CultureInfo.InvariantCulture);
        var given = match.Groups["exponent"] is { Success: true, Value: var text }
            ? BigInteger.Parse(text, CultureInfo.InvariantCulture)
            : 0;
        var exponent = (int)BigInteger.Min(BigInteger.Max(given, -1_000_000), 1_000_000) - fraction.Length;
        return new NumberText(match.Groups["sign"].Value == "-" ? -digits : digits, digits.IsZero ? 0 : exponent);
    }

    /// <summary>The number as an integer; null when it has a fraction.</summary>
    public BigInteger? Integer()
    {
        if (Exponent >= 0)
        {
            return Digits * BigInteger.Pow(10, Exponent);
        }

        var whole = BigInteger.DivRem(Digits, BigInteger.Pow(10, -Exponent), out var rest);
        return rest.IsZero ? whole : null;
    }

    /// <summary>The number times a power of ten, halves away from zero.</summary>
    public BigInteger Scaled(int scale)
    {
        var power = Exponent + scale;
        if (power >= 0)
        {
            return Digits * BigInteger.Pow(10, power);
        }

        var divisor = BigInteger.Pow(10, -power);
        var quotient = BigInteger.DivRem(BigInteger.Abs(Digits), divisor, out var rest);
        quotient += rest * 2 >= divisor ? 1 : 0;
        return Digits.Sign < 0 ? -quotient : quotient;
    }
}
