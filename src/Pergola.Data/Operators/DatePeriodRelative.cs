using System.Text.Json;
using Pergola.Data.Fields.Date;
using Pergola.Data.Schema;

namespace Pergola.Data.Operators;

/// <summary>Date periods relative to today: <c>{"type":"lastWeek"}</c>, <c>{"type":"past","number":3,"unit":"day"}</c>.</summary>
internal static class DatePeriodRelative
{
    /// <summary>More units than this lead out of the calendar anyway.</summary>
    private const int MaxNumber = 10_000_000;

    /// <param name="now">What the clock on the wall shows.</param>
    public static DatePeriod? Parse(JsonElement operand, DateTime now)
    {
        var type = operand.Text("type");
        if (type is "past" or "next")
        {
            return ReadNumber(operand) is { } number && UnitOf(operand) is { } unit
                ? Units(now, unit, type == "past" ? -number : 1, number)
                : null;
        }

        return type switch
        {
            "today" => Units(now, DateUnit.Day, 0, 1),
            "yesterday" => Units(now, DateUnit.Day, -1, 1),
            "tomorrow" => Units(now, DateUnit.Day, 1, 1),
            ['t', 'h', 'i', 's', .. var unit] when NamedUnit(unit) is { } named => Units(now, named, 0, 1),
            ['l', 'a', 's', 't', .. var unit] when NamedUnit(unit) is { } named => Units(now, named, -1, 1),
            ['n', 'e', 'x', 't', .. var unit] when NamedUnit(unit) is { } named => Units(now, named, 1, 1),
            _ => null,
        };
    }

    /// <summary>Whole units: the first one is that many after the current one.</summary>
    private static DatePeriod Units(DateTime now, DateUnit unit, int first, int count)
    {
        var start = DateUnits.Add(DateUnits.Floor(now, unit), unit, first);
        return new DatePeriod(new DateBorder(start, null), new DateBorder(DateUnits.Add(start, unit, count), null));
    }

    private static DateUnit? NamedUnit(string name) =>
        name switch
        {
            "Week" => DateUnit.Week,
            "Month" => DateUnit.Month,
            "Quarter" => DateUnit.Quarter,
            "Year" => DateUnit.Year,
            _ => null,
        };

    private static DateUnit? UnitOf(JsonElement operand) =>
        operand.Get("unit") is null
            ? DateUnit.Day
            : operand.Text("unit") switch
            {
                "day" => DateUnit.Day,
                "week" => DateUnit.Week,
                "month" => DateUnit.Month,
                "quarter" => DateUnit.Quarter,
                "year" => DateUnit.Year,
                _ => null,
            };

    /// <summary>One when absent; text is what query strings carry.</summary>
    private static int? ReadNumber(JsonElement operand)
    {
        var number = operand.Get("number") switch
        {
            null => 1,
            { ValueKind: JsonValueKind.Number } => operand.Number("number"),
            { ValueKind: JsonValueKind.String } => int.TryParse(operand.Text("number"), out var parsed) ? parsed : null,
            _ => null,
        };
        return number is >= 1 and <= MaxNumber ? number : null;
    }
}
