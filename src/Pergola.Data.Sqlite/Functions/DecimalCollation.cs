namespace Pergola.Data.Sqlite.Functions;

/// <summary>
/// Order of exact numbers kept as text: by value, for any number of digits. Text that is no number comes last, in
/// ordinal order, so that the order is total whatever a column holds.
/// </summary>
internal static class DecimalCollation
{
    public const string Name = "PERGOLA_DECIMAL";

    public static int Compare(string left, string right)
    {
        var isLeft = TrySplit(DecimalText.Plain(left), out var a);
        var isRight = TrySplit(DecimalText.Plain(right), out var b);
        if (!isLeft || !isRight)
        {
            return isLeft == isRight ? string.CompareOrdinal(left, right) : (isLeft ? -1 : 1);
        }

        if (a.Sign != b.Sign)
        {
            return a.Sign.CompareTo(b.Sign);
        }

        return a.Sign * CompareMagnitude(a, b);
    }

    private static int CompareMagnitude(in Parts a, in Parts b)
    {
        if (a.Whole.Length != b.Whole.Length)
        {
            return a.Whole.Length.CompareTo(b.Whole.Length);
        }

        var whole = a.Whole.SequenceCompareTo(b.Whole);
        return whole != 0 ? whole : a.Fraction.SequenceCompareTo(b.Fraction);
    }

    private static bool TrySplit(ReadOnlySpan<char> text, out Parts parts)
    {
        parts = default;
        var negative = text.StartsWith('-');
        var digits = negative || text.StartsWith('+') ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        if (
            (whole.IsEmpty && fraction.IsEmpty)
            || whole.ContainsAnyExceptInRange('0', '9')
            || fraction.ContainsAnyExceptInRange('0', '9')
        )
        {
            return false;
        }

        whole = whole.TrimStart('0');
        fraction = fraction.TrimEnd('0');
        var sign = whole.IsEmpty && fraction.IsEmpty ? 0 : (negative ? -1 : 1);
        parts = new Parts(sign, whole, fraction);
        return true;
    }

    private readonly ref struct Parts(int sign, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        public int Sign { get; } = sign;

        public ReadOnlySpan<char> Whole { get; } = whole;

        public ReadOnlySpan<char> Fraction { get; } = fraction;
    }
}
