using System.Data.Common;
using Microsoft.Data.Sqlite;
using Pergola.Data.Dialects;
using Pergola.Data.Sqlite.Functions;

namespace Pergola.Data.Sqlite;

/// <summary>
/// Decides by extended result code. SQLite tells which columns, tables or conditions are concerned in the message alone;
/// those texts are English on every system and have not changed in years.
/// </summary>
internal sealed class SqliteErrorCodes : ErrorCodes
{
    public override DatabaseFault? Classify(DbException exception) =>
        exception is SqliteException error && KindOf(error) is { } kind ? FaultOf(kind, error.Message) : null;

    private static FaultKind? KindOf(SqliteException exception) =>
        exception.SqliteExtendedErrorCode switch
        {
            // SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY, _ROWID
            2067 or 1555 or 2579 => FaultKind.Unique,
            // SQLITE_CONSTRAINT_NOTNULL
            1299 => FaultKind.NotNull,
            // SQLITE_CONSTRAINT_FOREIGNKEY, _CHECK, _DATATYPE
            787 => FaultKind.Reference,
            275 => FaultKind.Check,
            3091 => FaultKind.InvalidText,
            SqliteFunctions.InvalidPatternCode => FaultKind.InvalidPattern,
            var code => KindOf(code & 0xff, exception.Message),
        };

    private static FaultKind? KindOf(int primaryCode, string message) =>
        primaryCode switch
        {
            // SQLITE_BUSY, SQLITE_LOCKED
            5 or 6 => FaultKind.Conflict,
            // SQLITE_TOOBIG
            18 => FaultKind.TooLong,
            // SQLITE_MISMATCH
            20 => FaultKind.InvalidText,
            // SQLITE_SCHEMA
            17 => FaultKind.SchemaChanged,
            // SQLITE_READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _PROTOCOL, _NOTADB
            8 or 10 or 11 or 13 or 14 or 15 or 26 => FaultKind.Unavailable,
            // SQLITE_ERROR, SQLITE_CONSTRAINT
            1 or 19 => KindOf(message),
            _ => null,
        };

    private static FaultKind? KindOf(string message)
    {
        return message switch
        {
            _ when Has("no such table") || Has("no such column") || Has("has no column named") =>
                FaultKind.SchemaChanged,
            _ when Has("Cannot add a NOT NULL column") => FaultKind.NotNull,
            _ when Has("duplicate column name")
                    || Has("already exists")
                    || Has("cannot drop")
                    || Has("after drop column") => FaultKind.Definition,
            _ when Has("integer overflow") => FaultKind.OutOfRange,
            _ when Has("malformed JSON") => FaultKind.InvalidText,
            _ => null,
        };

        bool Has(string text) => message.Contains(text, StringComparison.Ordinal);
    }

    /// <summary>Reads <c>… constraint failed: table.first, table.second</c>.</summary>
    private static DatabaseFault FaultOf(FaultKind kind, string message)
    {
        const string Marker = "constraint failed: ";
        var start = message.IndexOf(Marker, StringComparison.Ordinal);
        if (start < 0)
        {
            return new DatabaseFault(kind, null, [], null);
        }

        var names = message[(start + Marker.Length)..].TrimEnd('.').TrimEnd('\'');
        string? table = null;
        var columns = new List<string>();
        foreach (var name in names.Split(", "))
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0)
            {
                table = name[..dot];
                columns.Add(name[(dot + 1)..]);
            }
        }

        return new DatabaseFault(kind, table, columns, null);
    }
}
