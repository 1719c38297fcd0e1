using System.Data.Common;
using System.Net.Sockets;
using Npgsql;
using Pergola.Data.Dialects;

namespace Pergola.Data.PostgreSql;

internal sealed class PostgreSqlErrorCodes : ErrorCodes
{
    public override DatabaseFault? Classify(DbException exception) =>
        exception switch
        {
            PostgresException answer => KindOf(answer) is { } kind ? FaultOf(kind, answer) : null,
            NpgsqlException { InnerException: IOException or SocketException or TimeoutException } => new DatabaseFault(
                FaultKind.Unavailable,
                null,
                [],
                null
            ),
            _ => null,
        };

    private static DatabaseFault FaultOf(FaultKind kind, PostgresException exception) =>
        new(kind, exception.TableName, exception.ColumnName is { } column ? [column] : [], exception.ConstraintName);

    private static FaultKind? KindOf(PostgresException exception) =>
        exception.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation => FaultKind.Unique,
            PostgresErrorCodes.NotNullViolation => FaultKind.NotNull,
            PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation => FaultKind.Reference,
            PostgresErrorCodes.CheckViolation => FaultKind.Check,
            // The second is raised for a value that no index entry can hold.
            PostgresErrorCodes.StringDataRightTruncation or PostgresErrorCodes.ProgramLimitExceeded =>
                FaultKind.TooLong,
            PostgresErrorCodes.NumericValueOutOfRange
            or PostgresErrorCodes.DatetimeFieldOverflow
            or PostgresErrorCodes.IntervalFieldOverflow => FaultKind.OutOfRange,
            PostgresErrorCodes.InvalidTextRepresentation
            or PostgresErrorCodes.InvalidDatetimeFormat
            or PostgresErrorCodes.CharacterNotInRepertoire
            or PostgresErrorCodes.UntranslatableCharacter
            or PostgresErrorCodes.InvalidBinaryRepresentation => FaultKind.InvalidText,
            PostgresErrorCodes.InvalidRegularExpression
            or PostgresErrorCodes.InvalidEscapeSequence
            or PostgresErrorCodes.InvalidEscapeCharacter
            or PostgresErrorCodes.InvalidEscapeOctet => FaultKind.InvalidPattern,
            PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable => FaultKind.Conflict,
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => FaultKind.SchemaChanged,
            // "Cached plan must not change result type": the statement was prepared against another definition.
            PostgresErrorCodes.FeatureNotSupported when exception.Routine == "RevalidateCachedQuery" =>
                FaultKind.SchemaChanged,
            PostgresErrorCodes.DuplicateTable
            or PostgresErrorCodes.DuplicateColumn
            or PostgresErrorCodes.DuplicateObject
            or PostgresErrorCodes.InvalidTableDefinition
            or PostgresErrorCodes.DependentObjectsStillExist
            or PostgresErrorCodes.TooManyColumns => FaultKind.Definition,
            PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow
            // A time limit of the server; a caller who gave up gets no answer at all.
            or PostgresErrorCodes.QueryCanceled
            or PostgresErrorCodes.InvalidCatalogName
            or PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification
            or PostgresErrorCodes.ReadOnlySqlTransaction => FaultKind.Unavailable,
            // Classes 08 (connection) and 53 (resources: connections, memory, disk).
            ['0', '8', ..] or ['5', '3', ..] => FaultKind.Unavailable,
            _ => null,
        };
}
