using System.Data.Common;
using Microsoft.Data.Sqlite;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Sql;
using Pergola.Data.Sqlite.Functions;

namespace Pergola.Data.Sqlite;

internal sealed class SqliteColumnTypes : ColumnTypes
{
    public override ValueReader Values { get; } = new SqliteValueReader();

    // "TEXT" inside a type name makes SQLite keep text as it is; DECIMAL and JSON alone would turn number-like text into
    // a floating-point number and lose digits.
    public override string SqlName(ColumnType type) =>
        type.Kind switch
        {
            ColumnKind.String => $"VARCHAR({type.Length ?? 255})",
            ColumnKind.Text => "TEXT",
            ColumnKind.Int32 => "INTEGER",
            ColumnKind.Int64 => "BIGINT",
            ColumnKind.Single => "REAL",
            ColumnKind.Double => "DOUBLE PRECISION",
            ColumnKind.Decimal when type.Precision is { } precision => $"DECIMAL_TEXT({precision},{type.Scale ?? 0})",
            ColumnKind.Decimal => "DECIMAL_TEXT",
            ColumnKind.Boolean => "TINYINT(1)",
            ColumnKind.Instant or ColumnKind.LocalDateTime => "DATETIME",
            ColumnKind.Date => "DATE",
            ColumnKind.Time => "TIME",
            ColumnKind.Json or ColumnKind.JsonBinary or ColumnKind.Array => "JSON_TEXT",
            ColumnKind.Uuid => "UUID",
            ColumnKind.Bytes => "BLOB",
            _ => throw new NotSupportedException($"Column kind {type.Kind}"),
        };

    public override string Comparable(ColumnType type, string column) =>
        type.Kind == ColumnKind.Decimal ? $"{column} COLLATE {DecimalCollation.Name}" : column;

    public override string Summable(ColumnType type, string column) =>
        type.Kind == ColumnKind.Decimal ? $"CAST({column} AS REAL)" : column;

    /// <summary>SQLite's own sum fails beyond 64 bits and has floating-point numbers for everything else.</summary>
    public override string Sum(ColumnType type, string column) =>
        type.Kind is ColumnKind.Decimal or ColumnKind.Int32 or ColumnKind.Int64
            ? $"{SqliteFunctions.ExactSum}({column})"
            : base.Sum(type, column);

    public override DbParameter CreateParameter(DbCommand command, SqlParameterValue value)
    {
        // A numbered marker is its own name, so the position in the statement is the name of the parameter.
        var name = $"?{command.Parameters.Count + 1}";
        if (value.IsList)
        {
            var list = StoredValues.ToJsonArray(value.Type, (IReadOnlyList<object?>)value.Value!);
            return new SqliteParameter(name, SqliteType.Text) { Value = list };
        }

        return value.Value is { } given
            ? new SqliteParameter(name, StorageOf(value.Type.Kind)) { Value = StoredValues.Of(value.Type, given) }
            : new SqliteParameter(name, SqliteType.Text) { Value = DBNull.Value };
    }

    public override string InArray(ColumnType type, string column, string marker) =>
        type.Kind switch
        {
            ColumnKind.Bytes => $"hex({column}) IN (SELECT value FROM json_each({marker}))",
            ColumnKind.Single or ColumnKind.Double =>
                $"{column} IN (SELECT {SqliteFunctions.Real}(value) FROM json_each({marker}))",
            _ => $"{Comparable(type, column)} IN (SELECT value FROM json_each({marker}))",
        };

    public override string IsDistinct(ColumnType type, string left, string right) =>
        $"{Comparable(type, left)} IS NOT {right}";

    private static SqliteType StorageOf(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Int32 or ColumnKind.Int64 or ColumnKind.Boolean => SqliteType.Integer,
            ColumnKind.Single or ColumnKind.Double => SqliteType.Real,
            ColumnKind.Bytes => SqliteType.Blob,
            _ => SqliteType.Text,
        };
}
