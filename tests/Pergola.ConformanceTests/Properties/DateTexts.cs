using System.Globalization;
using Pergola.Testing.Oracle;

namespace Pergola.ConformanceTests.Properties;

/// <summary>Operands of date operators around a time: instants, periods, ranges, arrays.</summary>
internal static class DateTexts
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
        "yyyy",
        "yyyy-MM",
        "yyyy-MM-dd",
        "yyyy-MM-dd",
        "yyyy-MM-dd HH",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.fff",
    ];

    private static readonly string[] Offsets = ["", "", "", "+00:00", "+08:00", "-05:30", "+14:00"];

    /// <summary>A JSON value: a text, or an array where a period is wanted.</summary>
    public static object Operand(string name, object value, Chance chance)
    {
        var time = TimeOf(value);
        var later = time.AddHours(chance.Between(0, 60));
        if (chance.Percent(20))
        {
            var range = $"{chance.Of("[", "(")}{Plain(time, chance)},{Plain(later, chance)}{chance.Of("]", ")")}";
            return range + chance.Of(Offsets);
        }

        if (chance.Percent(20))
        {
            string[] ends = [Plain(time, chance), Plain(later, chance)];
            return chance.Percent(50) ? ends : [.. ends, chance.Of("[]", "[)", "(]", "()")];
        }

        return Single(name, time, chance);
    }

    private static string Single(string name, DateTime time, Chance chance)
    {
        if (chance.Percent(20))
        {
            return Unit(time, chance) + chance.Of(Offsets);
        }

        var format = chance.Of(Formats);
        var isInstant = format.Contains("'Z'");
        return isInstant && name == "$dateBetween" ? Single(name, time, chance)
            : isInstant ? Format(time, format)
            : Format(time, format) + chance.Of(Offsets);
    }

    private static string Unit(DateTime time, Chance chance) =>
        chance.Below(3) switch
        {
            0 => $"{time.Year}Q{((time.Month - 1) / 3) + 1}",
            1 => $"{ISOWeek.GetYear(time)}W{ISOWeek.GetWeekOfYear(time):00}",
            _ => LocaleWeek(time),
        };

    /// <summary>Weeks begin on Sunday, the first one of a year is the one with January 1.</summary>
    private static string LocaleWeek(DateTime time)
    {
        var saturday = time.AddDays(DayOfWeek.Saturday - time.DayOfWeek);
        return $"{saturday.Year}w{((saturday.DayOfYear - 1) / 7) + 1:00}";
    }

    private static string Plain(DateTime time, Chance chance) =>
        Format(time, chance.Of("yyyy-MM-dd", "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM"));

    private static string Format(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Far from the ends of the calendar, where offsets lead out of it.</summary>
    private static DateTime TimeOf(object value)
    {
        var time = value switch
        {
            DateTime given => given,
            DateOnly day => day.ToDateTime(new TimeOnly(7, 8, 9)),
            long seconds => DateTime.UnixEpoch.AddSeconds(seconds),
            _ => throw new ArgumentException($"{value.GetType()} is no date.", nameof(value)),
        };
        return time.Year is > 1900 and < 2100 ? time : new DateTime(2024, 5, 6, 7, 8, 9);
    }
}
