using System.Data.Common;
using Pergola.Core.Errors;

namespace Pergola.Data.Dialects;

/// <summary>Database errors in the words of the product.</summary>
public abstract class ErrorCodes
{
    /// <summary>
    /// The error to raise instead, or null when this one is not the caller's doing. Decided by SQLSTATE or extended
    /// result code; column names come from the driver's structured fields where it has them.
    /// </summary>
    public abstract DatabaseFault? Classify(DbException exception);
}

/// <summary>What a database refused, with physical names.</summary>
public sealed record DatabaseFault(FaultKind Kind, string? Table, IReadOnlyList<string> Columns, string? Constraint);

/// <summary>Kinds of refusal a caller can do something about.</summary>
public enum FaultKind
{
    Unique,
    NotNull,

    /// <summary>A foreign key of a table that others made.</summary>
    Reference,

    /// <summary>A check constraint of a table that others made.</summary>
    Check,
    TooLong,
    OutOfRange,
    InvalidText,
    InvalidPattern,

    /// <summary>Serialization failure, deadlock or busy database: the same request may succeed later.</summary>
    Conflict,

    /// <summary>The database cannot be reached or is shutting down.</summary>
    Unavailable,

    /// <summary>A table or column is gone: the schema changed under the request.</summary>
    SchemaChanged,

    /// <summary>A definition change the data does not allow.</summary>
    Definition,
}
