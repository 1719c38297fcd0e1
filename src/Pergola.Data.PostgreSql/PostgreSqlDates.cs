namespace Pergola.Data.PostgreSql;

/// <summary>
/// Dates as the numbers that go over the wire. The driver takes the first and the last day of the calendar for minus and plus
/// infinity, which they are not.
/// </summary>
internal static class PostgreSqlDates
{
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly int EpochDay = DateOnly.FromDateTime(Epoch).DayNumber;

    /// <summary>Days since 2000.</summary>
    public static int Days(DateOnly date) => date.DayNumber - EpochDay;

    /// <summary>Microseconds since 2000, of a point in time or of a wall time.</summary>
    public static long Microseconds(DateTime time) => (time.Ticks - Epoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
