using System.Globalization;
using System.Text.RegularExpressions;

namespace Pergola.Testing.Oracle;

/// <summary>A date text: the wall times it covers, from <see cref="Start"/> up to but not including <see cref="End"/>.</summary>
internal sealed record DateSpan(DateTime Start, DateTime End, TimeSpan? Offset, bool IsInstant)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const string Date =
        @"^(?<y>\d{4})(-(?<mo>\d\d)(-(?<d>\d\d)([T ](?<h>\d\d)(:(?<mi>\d\d)(:(?<s>\d\d)(\.(?<f>\d{1,9}))?)?)?)?)?)?"
        + @"(?<z>Z|[+-]\d\d:\d\d)?$";

    private const string Unit = @"^(?<y>\d{4})(?<u>[QWw])(?<n>\d{1,2})(?<z>[+-]\d\d:\d\d)?$";

    /// <summary>Reads a date text; null when it is none.</summary>
    public static DateSpan? Parse(string text) => ParseUnit(text) ?? ParseDate(text);

    private static DateSpan? ParseUnit(string text)
    {
        var match = Regex.Match(text, Unit, RegexOptions.ExplicitCapture, Patience);
        if (!match.Success)
        {
            return null;
        }

        var (year, number) = (Number(match, "y"), Number(match, "n"));
        var start = match.Groups["u"].Value switch
        {
            "Q" => new DateTime(year, ((number - 1) * 3) + 1, 1),
            "W" => ISOWeek.ToDateTime(year, number, DayOfWeek.Monday),
            _ => FirstSunday(year).AddDays((number - 1) * 7),
        };
        var end = match.Groups["u"].Value == "Q" ? start.AddMonths(3) : start.AddDays(7);
        return new DateSpan(start, end, OffsetOf(match), IsInstant: false);
    }

    private static DateSpan? ParseDate(string text)
    {
        var match = Regex.Match(text, Date, RegexOptions.ExplicitCapture, Patience);
        if (!match.Success)
        {
            return null;
        }

        var fraction = match.Groups["f"].Success ? match.Groups["f"].Value.PadRight(3, '0')[..3] : "0";
        var start = new DateTime(Number(match, "y"), Number(match, "mo", 1), Number(match, "d", 1))
            .AddHours(Number(match, "h"))
            .AddMinutes(Number(match, "mi"))
            .AddSeconds(Number(match, "s"))
            .AddMilliseconds(int.Parse(fraction, CultureInfo.InvariantCulture));
        var isInstant = match.Groups["z"].Value == "Z";
        Func<DateTime, DateTime> next =
            isInstant || match.Groups["f"].Success ? time => time.AddMilliseconds(1)
            : match.Groups["s"].Success ? time => time.AddSeconds(1)
            : match.Groups["mi"].Success ? time => time.AddMinutes(1)
            : match.Groups["h"].Success ? time => time.AddHours(1)
            : match.Groups["d"].Success ? time => time.AddDays(1)
            : match.Groups["mo"].Success ? time => time.AddMonths(1)
            : time => time.AddYears(1);
        // The calendar ends with its last unit.
        var end = start > DateTime.MaxValue.AddYears(-1) ? DateTime.MaxValue : next(start);
        return new DateSpan(start, end, OffsetOf(match), isInstant);
    }

    /// <summary>The Sunday on which the week with January 1 begins.</summary>
    private static DateTime FirstSunday(int year)
    {
        var first = new DateTime(year, 1, 1);
        return first.AddDays(-(int)first.DayOfWeek);
    }

    private static TimeSpan? OffsetOf(Match match) =>
        match.Groups["z"] switch
        {
            { Success: false } => null,
            { Value: "Z" } => TimeSpan.Zero,
            { Value: ['-', .. var given] } => -TimeSpan.ParseExact(given, "hh\\:mm", CultureInfo.InvariantCulture),
            { Value: [_, .. var given] } => TimeSpan.ParseExact(given, "hh\\:mm", CultureInfo.InvariantCulture),
            _ => null,
        };

    private static int Number(Match match, string group, int absent = 0) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : absent;
}
