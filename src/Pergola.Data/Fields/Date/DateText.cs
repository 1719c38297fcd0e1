namespace Pergola.Data.Fields.Date;

/// <summary>Smallest part that a date text states.</summary>
internal enum DateUnit
{
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
    Millisecond,
}

/// <summary>
/// A date text taken apart: wall time (cut to milliseconds), the smallest part stated, and the offset where there is one.
/// <see cref="IsInstant"/> tells <c>Z</c> from <c>+00:00</c>, which filters treat differently.
/// </summary>
internal readonly record struct DateText(DateTime Wall, DateUnit Unit, TimeSpan? Offset, bool IsInstant)
{
    private const int MaxOffsetHours = 14;

    /// <summary>
    /// Reads <c>YYYY[-MM[-DD[(T| )HH[:mm[:ss[.fraction]]]]]][Z|±hh:mm]</c>; after a time also <c>±hhmm</c> and <c>±hh</c>.
    /// Parts after the year may have one digit.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateText date)
    {
        date = default;
        text = SplitOffset(text.Trim(), out var offset, out var isInstant);
        return offset is not { } given || Math.Abs(given.TotalHours) <= MaxOffsetHours
            ? TryParseWall(text, offset, isInstant, out date)
            : false;
    }

    /// <summary>Separates <c>Z</c> or an offset from the end of a text.</summary>
    public static ReadOnlySpan<char> SplitOffset(ReadOnlySpan<char> text, out TimeSpan? offset, out bool isInstant)
    {
        offset = null;
        isInstant = text is [.., 'Z' or 'z'];
        if (isInstant)
        {
            offset = TimeSpan.Zero;
            return text[..^1].TrimEnd();
        }

        foreach (var length in (ReadOnlySpan<int>)[6, 5, 3])
        {
            // The short forms look like parts of a date, so they count only behind a time.
            if (
                text.Length > length
                && text[^length] is '+' or '-'
                && (length == 6 || text[..^length].Contains(':'))
                && TryParseOffset(text[^length..], out var parsed)
            )
            {
                offset = parsed;
                return text[..^length].TrimEnd();
            }
        }

        return text;
    }

    private static bool TryParseOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        var sign = text[0] == '-' ? -1 : 1;
        var digits = text[1..];
        offset = default;
        var hours = digits[..2];
        var minutes = digits.Length switch
        {
            2 => "00",
            4 => digits[2..],
            _ when digits[2] == ':' => digits[3..],
            _ => [],
        };
        if (!TryNumber(hours, out var hour) || !TryNumber(minutes, out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        offset = new TimeSpan(sign * hour, sign * minute, 0);
        return true;
    }

    private static bool TryParseWall(ReadOnlySpan<char> text, TimeSpan? offset, bool isInstant, out DateText date)
    {
        date = default;
        if (text.Length < 4 || !TryNumber(text[..4], out var year) || year == 0)
        {
            return false;
        }

        var rest = text[4..];
        var unit = DateUnit.Year;
        var (month, day, time) = (1, 1, TimeSpan.Zero);
        if (!rest.IsEmpty)
        {
            unit = DateUnit.Month;
            if (!TryTakePart(ref rest, '-', out month))
            {
                return false;
            }
        }

        if (!rest.IsEmpty)
        {
            unit = DateUnit.Day;
            if (!TryTakePart(ref rest, '-', out day))
            {
                return false;
            }
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        if (!rest.IsEmpty && (rest[0] is not ('T' or 't' or ' ') || !TimeText.TryParse(rest[1..], out time, out unit)))
        {
            return false;
        }

        date = new DateText(new DateTime(year, month, day).Add(time), unit, offset, isInstant);
        return true;
    }

    private static bool TryTakePart(ref ReadOnlySpan<char> rest, char separator, out int number)
    {
        number = 0;
        if (rest[0] != separator)
        {
            return false;
        }

        var length = rest.Length > 2 && char.IsAsciiDigit(rest[2]) ? 2 : 1;
        if (rest.Length < length + 1 || !TryNumber(rest.Slice(1, length), out number))
        {
            return false;
        }

        rest = rest[(length + 1)..];
        return true;
    }

    internal static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return !digits.IsEmpty;
    }
}
