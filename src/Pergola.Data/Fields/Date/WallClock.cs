namespace Pergola.Data.Fields.Date;

/// <summary>Between points in time and what a clock on the wall shows.</summary>
internal static class WallClock
{
    /// <summary>
    /// UTC of a wall time. A time that a clock change skips counts as if the clock had not been changed yet; of a time that
    /// comes twice the first one is meant. Cut to the years 1 to 9999.
    /// </summary>
    public static DateTime ToUtc(DateTime wall, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        return ToUtc(local, OffsetOf(local, zone));
    }

    public static DateTime ToUtc(DateTime wall, TimeSpan offset) =>
        new(Math.Clamp(wall.Ticks - offset.Ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    public static DateTime FromUtc(DateTime utc, TimeZoneInfo zone)
    {
        var ticks = utc.Ticks + zone.GetUtcOffset(utc).Ticks;
        return new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
    }

    public static DateTime Cut(DateTime time, long ticks) => new(time.Ticks - (time.Ticks % ticks), time.Kind);

    private static TimeSpan OffsetOf(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsAmbiguousTime(local))
        {
            return zone.GetAmbiguousTimeOffsets(local).Max();
        }

        return zone.IsInvalidTime(local) && local > DateTime.MinValue.AddDays(1)
            ? zone.GetUtcOffset(local.AddDays(-1))
            : zone.GetUtcOffset(local);
    }
}
