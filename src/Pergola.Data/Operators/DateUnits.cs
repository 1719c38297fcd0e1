using Pergola.Data.Fields.Date;

namespace Pergola.Data.Operators;

/// <summary>Calendar arithmetic by unit. What leaves the years 1 to 9999 is cut to their ends.</summary>
internal static class DateUnits
{
    private const int MonthsPerQuarter = 3;
    private const int DaysPerWeek = 7;

    /// <summary>Beginning of the unit that a wall time lies in; weeks begin on Monday.</summary>
    public static DateTime Floor(DateTime wall, DateUnit unit) =>
        unit switch
        {
            DateUnit.Year => new DateTime(wall.Year, 1, 1),
            DateUnit.Quarter => QuarterStart(wall.Year, ((wall.Month - 1) / MonthsPerQuarter) + 1),
            DateUnit.Month => new DateTime(wall.Year, wall.Month, 1),
            DateUnit.Week => Add(wall.Date, DateUnit.Day, -(((int)wall.DayOfWeek + 6) % DaysPerWeek)),
            _ => wall.Date,
        };

    public static DateTime Add(DateTime wall, DateUnit unit, int count)
    {
        try
        {
            return unit switch
            {
                DateUnit.Year => wall.AddYears(count),
                DateUnit.Quarter => wall.AddMonths(count * MonthsPerQuarter),
                DateUnit.Month => wall.AddMonths(count),
                DateUnit.Week => wall.AddDays((long)count * DaysPerWeek),
                DateUnit.Day => wall.AddDays(count),
                DateUnit.Hour => wall.AddHours(count),
                DateUnit.Minute => wall.AddMinutes(count),
                DateUnit.Second => wall.AddSeconds(count),
                _ => wall.AddMilliseconds(count),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return count > 0 ? WallClock.Cut(DateTime.MaxValue, TimeSpan.TicksPerMillisecond) : DateTime.MinValue;
        }
    }

    public static DateTime QuarterStart(int year, int quarter) => new(year, ((quarter - 1) * MonthsPerQuarter) + 1, 1);

    /// <summary>Monday of an ISO week; null when the year has no such week.</summary>
    public static DateTime? IsoWeekStart(int year, int week) =>
        week >= 1 && week <= System.Globalization.ISOWeek.GetWeeksInYear(year)
            ? WeekStart(year, week, DayOfWeek.Monday, firstDays: 4)
            : null;

    /// <summary>Sunday of a week counted so that the first one holds January 1; null when the year has no such week.</summary>
    public static DateTime? LocaleWeekStart(int year, int week)
    {
        if (week < 1 || WeekStart(year, week, DayOfWeek.Sunday, firstDays: 1) is not { } start)
        {
            return null;
        }

        // The week that holds the next January 1 is the first of the next year.
        return week == 1 || Add(start, DateUnit.Day, DaysPerWeek - 1).Year == year ? start : null;
    }

    /// <param name="firstDays">Days of the new year that the first week has at least.</param>
    private static DateTime? WeekStart(int year, int week, DayOfWeek firstDay, int firstDays)
    {
        var inFirstWeek = new DateTime(year, 1, firstDays);
        var back = ((int)inFirstWeek.DayOfWeek - (int)firstDay + DaysPerWeek) % DaysPerWeek;
        return Add(inFirstWeek, DateUnit.Day, ((week - 1) * DaysPerWeek) - back);
    }
}
