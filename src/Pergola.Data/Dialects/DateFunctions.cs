using Pergola.Data.Fields;

namespace Pergola.Data.Dialects;

/// <summary>Dates as text.</summary>
public abstract class DateFunctions
{
    /// <summary>The time of the database at the moment, in milliseconds since 1970.</summary>
    public abstract string NowMilliseconds { get; }

    /// <summary>A date column formatted.</summary>
    /// <param name="type">Instant, local date-time or date.</param>
    /// <param name="column">SQL of the column.</param>
    /// <param name="parts">Tokens <c>YYYY MM DD hh HH mm ss</c> and single characters between them.</param>
    /// <param name="offset">Added to instants before formatting; ignored for the other kinds.</param>
    public abstract string Format(ColumnType type, string column, IReadOnlyList<string> parts, TimeSpan offset);
}
