using Pergola.Data.Fields.Date;

namespace Pergola.Data.Operators;

/// <summary>
/// What the operand of a date operator stands for: the wall times from <see cref="Start"/> up to, but not including,
/// <see cref="End"/>; or, when <see cref="IsInstant"/>, the one moment <see cref="Start"/>.
/// </summary>
internal sealed record DatePeriod(DateBorder Start, DateBorder End, bool IsInstant = false)
{
    /// <summary>
    /// Whether borders without an offset are in the server's zone instead of the client's: recorded for arrays of two dates.
    /// </summary>
    public bool InServerZone { get; init; }
}

/// <summary>Wall time of a border; in the zone of the field when it has no offset.</summary>
internal readonly record struct DateBorder(DateTime Wall, TimeSpan? Offset);

/// <summary>A single date text as a period: its beginning and the unit it covers.</summary>
internal readonly record struct DateSpan(DateTime Wall, DateUnit Unit, TimeSpan? Offset, bool IsInstant)
{
    public DateBorder Start => new(Wall, Offset);

    public DateBorder End => new(DateUnits.Add(Wall, IsInstant ? DateUnit.Millisecond : Unit, 1), Offset);

    public DatePeriod ToPeriod() => new(Start, End, IsInstant);

    public DateSpan WithDefaultOffset(TimeSpan? offset) => this with { Offset = Offset ?? offset };
}
