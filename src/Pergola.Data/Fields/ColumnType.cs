namespace Pergola.Data.Fields;

/// <summary>
/// What a column stores, in words that no database owns. A dialect turns it into its own type. The set is closed: a
/// field type that needs another one needs it in every dialect.
/// </summary>
public enum ColumnKind
{
    /// <summary>Text of limited length; CLR <see cref="string"/>.</summary>
    String,

    /// <summary>Text of any length; CLR <see cref="string"/>.</summary>
    Text,

    /// <summary>CLR <see cref="int"/>.</summary>
    Int32,

    /// <summary>CLR <see cref="long"/>.</summary>
    Int64,

    /// <summary>CLR <see cref="float"/>.</summary>
    Single,

    /// <summary>CLR <see cref="double"/>.</summary>
    Double,

    /// <summary>Exact number; CLR <see cref="string"/> in canonical form, so that no digit is lost.</summary>
    Decimal,

    /// <summary>CLR <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>Point in time; CLR <see cref="DateTime"/> of kind UTC, milliseconds.</summary>
    Instant,

    /// <summary>Wall time without zone; CLR <see cref="DateTime"/> of kind unspecified, seconds.</summary>
    LocalDateTime,

    /// <summary>CLR <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>CLR <see cref="TimeOnly"/>, seconds.</summary>
    Time,

    /// <summary>JSON kept as text; CLR <see cref="string"/> holding JSON.</summary>
    Json,

    /// <summary>JSON the database may index and reorder; CLR <see cref="string"/> holding JSON.</summary>
    JsonBinary,

    /// <summary>CLR <see cref="Guid"/>.</summary>
    Uuid,

    /// <summary>CLR array of <see cref="byte"/>.</summary>
    Bytes,

    /// <summary>Array of one element kind, native where the database has it; CLR <see cref="string"/> holding a JSON array.</summary>
    Array,
}

/// <summary>A column kind with its measures. <see cref="Length"/> is in characters; null means the default of the kind.</summary>
public readonly record struct ColumnType(
    ColumnKind Kind,
    int? Length = null,
    int? Precision = null,
    int? Scale = null,
    ColumnKind Element = ColumnKind.String
);
