namespace Pergola.Data.Fields;

/// <summary>What a value of a field looks like to clients. The set is closed: each has its form in JSON.</summary>
public enum ValueForm
{
    Text,

    /// <summary>Text of a UUID.</summary>
    Uuid,

    /// <summary>JSON number without a fraction.</summary>
    Integer,

    /// <summary>JSON number, text beyond 2^53.</summary>
    LargeInteger,

    /// <summary>JSON number.</summary>
    Number,

    /// <summary>Text of an exact number.</summary>
    Decimal,

    Boolean,

    /// <summary>Point in time, ISO text in UTC.</summary>
    Instant,

    /// <summary><c>2026-01-31 12:00:00</c>.</summary>
    WallTime,

    /// <summary><c>2026-01-31</c>.</summary>
    Date,

    /// <summary><c>12:00:00</c>.</summary>
    Time,

    /// <summary>Array of values.</summary>
    List,

    /// <summary>Any JSON.</summary>
    Document,

    /// <summary>Base64 text.</summary>
    Bytes,
}
