using System.Globalization;
using System.Numerics;

namespace Pergola.Data.Sqlite.Functions;

/// <summary>A sum of exact numbers given as text: its digits and how many of them are decimals.</summary>
internal sealed record ExactSum(BigInteger Digits, int Decimals)
{
    /// <summary>The sum with one more number in it; NULL is left out, what is no number counts as zero.</summary>
    public static ExactSum? Add(ExactSum? sum, string? number)
    {
        if (number is null)
        {
            return sum;
        }

        var text = DecimalText.Plain(number);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        var isNumber = BigInteger.TryParse(
            point < 0 ? text : text.Remove(point, 1),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var digits
        );
        var added = isNumber ? new ExactSum(digits, decimals) : new ExactSum(BigInteger.Zero, 0);
        if (sum is null)
        {
            return added;
        }

        var scale = Math.Max(sum.Decimals, added.Decimals);
        return new ExactSum(sum.ScaledTo(scale) + added.ScaledTo(scale), scale);
    }

    public override string ToString()
    {
        var digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        var sign = Digits.Sign < 0 ? "-" : "";
        return Decimals == 0
            ? sign + digits
            : $"{sign}{digits[..^Decimals]}.{digits[^Decimals..]}".TrimEnd('0').TrimEnd('.');
    }

    private BigInteger ScaledTo(int decimals) =>
        decimals == Decimals ? Digits : Digits * BigInteger.Pow(10, decimals - Decimals);
}
