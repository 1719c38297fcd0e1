using System.Text.RegularExpressions;

namespace Pergola.Data.Fields.Computed.Sequences;

/// <summary>A number that goes up by one for each record and begins again where its digits end.</summary>
internal sealed class CounterPattern : SequencePattern
{
    public const int SmallestBase = 2;
    public const int LargestBase = 36;

    private const string Symbols = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Leaves room to count within 64 bits.</summary>
    private const long Limit = 1L << 62;

    private readonly int _digits;
    private readonly int _base;
    private readonly string _group;

    public CounterPattern(int key, int position, int digits, int radix, long start, long count)
    {
        Key = key;
        _digits = digits;
        _base = radix;
        _group = $"n{position}";
        First = start;
        Last = count - 1;
    }

    /// <summary>Which counter of the field it is.</summary>
    public int Key { get; }

    public long First { get; }

    public long Last { get; }

    public override int MaxLength => _digits;

    public override string Expression => $"(?<{_group}>[{Symbols[.._base]}]{{{_digits}}})";

    /// <summary>How many numbers so many digits have; null when they are too many.</summary>
    public static long? CountNumbers(int digits, int radix)
    {
        var count = 1L;
        for (var digit = 0; digit < digits; digit++)
        {
            if (count > Limit / radix)
            {
                return null;
            }

            count *= radix;
        }

        return count;
    }

    public override string Next(SequenceSource source) => Format(source.Number(this));

    /// <summary>The number in a text that fits.</summary>
    public long Read(Match match)
    {
        var number = 0L;
        foreach (var digit in match.Groups[_group].ValueSpan)
        {
            number = (number * _base) + Symbols.IndexOf(digit, StringComparison.Ordinal);
        }

        return number;
    }

    private string Format(long number)
    {
        var text = new Stack<char>();
        do
        {
            text.Push(Symbols[(int)(number % _base)]);
            number /= _base;
        } while (number > 0);
        return string.Concat(text).PadLeft(_digits, '0');
    }
}
