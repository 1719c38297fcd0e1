using Pergola.Data.Fields.Date;

namespace Pergola.Data.Operators;

/// <summary>Date periods as text: years, quarters, months, weeks, days, times, instants and bracketed ranges.</summary>
internal static class DatePeriodText
{
    public static DatePeriod? Parse(string text)
    {
        text = text.Trim();
        return text is ['[' or '(', ..] ? ParseRange(text) : ParseSpan(text)?.ToPeriod();
    }

    /// <summary>The period from one date to another.</summary>
    /// <param name="opening"><c>[</c> includes the unit of the first date, <c>(</c> begins after it.</param>
    /// <param name="closing"><c>]</c> includes the unit of the last date, <c>)</c> ends before it.</param>
    public static DatePeriod? Range(string from, string to, char opening, char closing, TimeSpan? offset)
    {
        if (ParseSpan(from)?.WithDefaultOffset(offset) is not { } first)
        {
            return null;
        }

        if (ParseSpan(to)?.WithDefaultOffset(offset) is not { } last)
        {
            return null;
        }

        return new DatePeriod(opening == '[' ? first.Start : first.End, closing == ']' ? last.End : last.Start);
    }

    /// <summary>An offset standing alone, such as <c>+08:00</c>.</summary>
    public static bool TryParseOffset(string text, out TimeSpan? offset)
    {
        // The scanner separates an offset from something in front of it.
        var rest = DateText.SplitOffset("|" + text.Trim(), out offset, out _);
        return rest is "|" && offset is not null;
    }

    private static DatePeriod? ParseRange(string text)
    {
        var end = text.LastIndexOfAny([']', ')']);
        if (end < 0)
        {
            return null;
        }

        TimeSpan? offset = null;
        if (end < text.Length - 1 && !TryParseOffset(text[(end + 1)..], out offset))
        {
            return null;
        }

        return text[1..end].Split(',') is [var from, var to] ? Range(from, to, text[0], text[end], offset) : null;
    }

    private static DateSpan? ParseSpan(string text)
    {
        var rest = DateText.SplitOffset(text.AsSpan().Trim(), out var offset, out var isInstant);
        if (!isInstant && rest.Length is >= 6 and <= 7 && DateText.TryNumber(rest[..4], out var year) && year > 0)
        {
            if (ParseQuarterOrWeek(year, rest[4], rest[5..]) is var (wall, unit))
            {
                return new DateSpan(wall, unit, offset, IsInstant: false);
            }
        }

        return DateText.TryParse(text, out var date)
            ? new DateSpan(date.Wall, date.Unit, date.Offset, date.IsInstant)
            : null;
    }

    private static (DateTime Wall, DateUnit Unit)? ParseQuarterOrWeek(int year, char letter, ReadOnlySpan<char> digits)
    {
        if (!DateText.TryNumber(digits, out var number))
        {
            return null;
        }

        return letter switch
        {
            'Q' when digits.Length == 1 && number is >= 1 and <= 4 => (
                DateUnits.QuarterStart(year, number),
                DateUnit.Quarter
            ),
            'W' when DateUnits.IsoWeekStart(year, number) is { } monday => (monday, DateUnit.Week),
            'w' when DateUnits.LocaleWeekStart(year, number) is { } sunday => (sunday, DateUnit.Week),
            _ => null,
        };
    }
}
