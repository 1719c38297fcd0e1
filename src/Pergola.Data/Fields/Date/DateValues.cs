using System.Text.Json;
using Pergola.Data.Fields.Number;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Date;

/// <summary>Reading of JSON values as dates, shared by the date types.</summary>
internal static class DateValues
{
    /// <summary>Milliseconds since 1970 of the first and the last millisecond of the years 1 to 9999.</summary>
    public const long MinEpochMilliseconds = -62_135_596_800_000;

    public const long MaxEpochMilliseconds = 253_402_300_799_999;

    /// <summary>Point in time: text with or without zone, or milliseconds since 1970.</summary>
    public static DateTime ReadInstant(JsonElement value, ColumnField field, ValueContext context) =>
        value.ValueKind == JsonValueKind.Number
            ? ReadEpoch(value, field)
            : ToInstant(ReadText(value, field), context.ServerZone);

    /// <summary>Wall time: as given, or what clocks of the server zone show at a point in time.</summary>
    public static DateTime ReadWall(JsonElement value, ColumnField field, ValueContext context)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            return WallClock.FromUtc(ReadEpoch(value, field), context.ServerZone);
        }

        var text = ReadText(value, field);
        return text.Offset is null
            ? text.Wall
            : WallClock.FromUtc(ToInstant(text, context.ServerZone), context.ServerZone);
    }

    public static DateTime ToInstant(DateText text, TimeZoneInfo serverZone) =>
        text.Offset is { } offset ? WallClock.ToUtc(text.Wall, offset) : WallClock.ToUtc(text.Wall, serverZone);

    public static long ToEpochMilliseconds(DateTime utc) =>
        (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    private static DateTime ReadEpoch(JsonElement value, ColumnField field)
    {
        var milliseconds = NumberValues.ReadExact(value, field).Truncate();
        return milliseconds >= MinEpochMilliseconds && milliseconds <= MaxEpochMilliseconds
            ? DateTime.UnixEpoch.AddTicks((long)milliseconds * TimeSpan.TicksPerMillisecond)
            : throw field.Invalid("{field} is out of range");
    }

    /// <summary>A year alone is numeric text, which is no date.</summary>
    private static DateText ReadText(JsonElement value, ColumnField field) =>
        value.ValueKind == JsonValueKind.String
        && DateText.TryParse(ScalarText.Read(value, field.Name), out var date)
        && date.Unit != DateUnit.Year
            ? date
            : throw field.Invalid("{field} is not a valid date");
}
