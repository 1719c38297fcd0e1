using System.Globalization;
using System.Numerics;

namespace Pergola.Data.Fields.Number;

/// <summary>A number exactly as its text states it: <c>Digits / 10^Scale</c>. Bounded, so that no text can fill memory.</summary>
internal readonly record struct ExactNumber(BigInteger Digits, int Scale)
{
    /// <summary>Most digits before and after the point.</summary>
    public const int MaxDigits = 1000;

    private const int LongestText = 4 * MaxDigits;
    private const int LongestExponent = 6;

    /// <summary>Reads <c>[+-]digits[.digits][e[+-]digits]</c> with blanks around it.</summary>
    public static NumberText Parse(ReadOnlySpan<char> text, out ExactNumber number)
    {
        number = default;
        text = text.Trim();
        var rest = text;
        var negative = TakeSign(ref rest);
        var whole = TakeDigits(ref rest);
        var fraction = ReadOnlySpan<char>.Empty;
        if (rest is ['.', ..])
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
        }

        if (whole.IsEmpty && fraction.IsEmpty)
        {
            return NumberText.Malformed;
        }

        if (!TryTakeExponent(ref rest, out var exponent) || !rest.IsEmpty)
        {
            return NumberText.Malformed;
        }

        return text.Length > LongestText ? NumberText.TooLarge : Build(negative, whole, fraction, exponent, out number);
    }

    /// <summary>The number with at most this many digits after the point, halves away from zero; padded to exactly as many.</summary>
    public ExactNumber Round(int scale)
    {
        if (scale >= Scale)
        {
            return new ExactNumber(Digits * BigInteger.Pow(10, scale - Scale), scale);
        }

        var divisor = BigInteger.Pow(10, Scale - scale);
        var quotient = BigInteger.DivRem(BigInteger.Abs(Digits), divisor, out var remainder);
        if (remainder * 2 >= divisor)
        {
            quotient++;
        }

        return new ExactNumber(Digits.Sign < 0 ? -quotient : quotient, scale);
    }

    public bool TryGetInteger(out BigInteger integer)
    {
        integer = BigInteger.DivRem(Digits, BigInteger.Pow(10, Scale), out var remainder);
        return remainder.IsZero;
    }

    /// <summary>The number without its digits after the point.</summary>
    public BigInteger Truncate() => BigInteger.Divide(Digits, BigInteger.Pow(10, Scale));

    /// <summary>Digits before the point, 0 for numbers below one.</summary>
    public int CountWholeDigits()
    {
        var whole = BigInteger.Abs(Truncate());
        return whole.IsZero ? 0 : whole.ToString(CultureInfo.InvariantCulture).Length;
    }

    /// <summary>The number without zeros at its end after the point.</summary>
    public ExactNumber Normalize()
    {
        var (digits, scale) = (Digits, Scale);
        while (scale > 0)
        {
            var shorter = BigInteger.DivRem(digits, 10, out var remainder);
            if (!remainder.IsZero)
            {
                break;
            }

            (digits, scale) = (shorter, scale - 1);
        }

        return new ExactNumber(digits, scale);
    }

    /// <summary>Canonical text: no exponent, no leading zeros, no negative zero, every digit of the scale.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        var sign = Digits.Sign < 0 ? "-" : "";
        return Scale == 0 ? sign + digits : string.Concat(sign, digits.AsSpan(..^Scale), ".", digits.AsSpan(^Scale..));
    }

    private static NumberText Build(
        bool negative,
        ReadOnlySpan<char> whole,
        ReadOnlySpan<char> fraction,
        int exponent,
        out ExactNumber number
    )
    {
        var significant = string.Concat(whole, fraction).TrimStart('0');
        var scale = significant.Length == 0 ? fraction.Length : fraction.Length - exponent;
        number = default;
        if (scale > MaxDigits || significant.Length - scale > MaxDigits)
        {
            return NumberText.TooLarge;
        }

        var digits =
            significant.Length == 0 ? BigInteger.Zero : BigInteger.Parse(significant, CultureInfo.InvariantCulture);
        if (scale < 0)
        {
            digits *= BigInteger.Pow(10, -scale);
        }

        number = new ExactNumber(negative ? -digits : digits, Math.Max(scale, 0));
        return NumberText.Number;
    }

    private static bool TakeSign(ref ReadOnlySpan<char> rest)
    {
        if (rest is not ['+' or '-', ..])
        {
            return false;
        }

        var negative = rest[0] == '-';
        rest = rest[1..];
        return negative;
    }

    private static ReadOnlySpan<char> TakeDigits(scoped ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? rest : rest[..end];
        rest = rest[digits.Length..];
        return digits;
    }

    /// <summary>An exponent of absurd size is cut to one that no number within the bounds can have.</summary>
    private static bool TryTakeExponent(ref ReadOnlySpan<char> rest, out int exponent)
    {
        exponent = 0;
        if (rest is not ['e' or 'E', ..])
        {
            return true;
        }

        rest = rest[1..];
        var negative = TakeSign(ref rest);
        var digits = TakeDigits(ref rest);
        if (digits.IsEmpty)
        {
            return false;
        }

        digits = digits.TrimStart('0');
        exponent =
            digits.Length > LongestExponent ? 1_000_000
            : digits.IsEmpty ? 0
            : int.Parse(digits, CultureInfo.InvariantCulture);
        exponent = negative ? -exponent : exponent;
        return true;
    }
}

/// <summary>What a text is as a number.</summary>
internal enum NumberText
{
    Number,
    Malformed,

    /// <summary>A number with more digits than are worked with.</summary>
    TooLarge,
}
