using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Sql;

namespace Pergola.Data.PostgreSql;

internal sealed class PostgreSqlColumnTypes : ColumnTypes
{
    public override ValueReader Values { get; } = new PostgreSqlValueReader();

    public override string SqlName(ColumnType type) =>
        type.Kind switch
        {
            ColumnKind.String => $"varchar({type.Length ?? 255})",
            ColumnKind.Text => "text",
            ColumnKind.Int32 => "integer",
            ColumnKind.Int64 => "bigint",
            ColumnKind.Single => "real",
            ColumnKind.Double => "double precision",
            ColumnKind.Decimal when type.Precision is { } precision => $"numeric({precision},{type.Scale ?? 0})",
            ColumnKind.Decimal => "numeric",
            ColumnKind.Boolean => "boolean",
            ColumnKind.Instant => "timestamptz",
            ColumnKind.LocalDateTime => "timestamp",
            ColumnKind.Date => "date",
            ColumnKind.Time => "time",
            ColumnKind.Json => "json",
            ColumnKind.JsonBinary => "jsonb",
            ColumnKind.Uuid => "uuid",
            ColumnKind.Bytes => "bytea",
            ColumnKind.Array => SqlName(new ColumnType(type.Element)) + "[]",
            _ => throw new NotSupportedException($"Column kind {type.Kind}"),
        };

    public override string Select(ColumnType type, string column) =>
        type.Kind switch
        {
            // Text keeps every digit; the driver's decimal holds 28 of them.
            ColumnKind.Decimal => $"{column}::text",
            ColumnKind.Array => $"to_json({column}::text[])::text",
            _ => column,
        };

    public override DbParameter CreateParameter(DbCommand command, SqlParameterValue value) =>
        value.IsList
            ? PostgreSqlArrays.CreateParameter(value.Type.Kind, (IReadOnlyList<object?>)value.Value!)
            : new NpgsqlParameter { NpgsqlDbType = DbTypeOf(value.Type.Kind), Value = OnWire(value.Value) };

    public override string Bound(ColumnType type, string marker) =>
        type.Kind switch
        {
            ColumnKind.Decimal => $"{marker}::numeric",
            ColumnKind.Json => $"{marker}::json",
            ColumnKind.JsonBinary => $"{marker}::jsonb",
            ColumnKind.Array =>
                $"(CASE WHEN {marker} IS NOT NULL THEN ARRAY(SELECT jsonb_array_elements_text({marker}::jsonb)) END)::{SqlName(type)}",
            _ => marker,
        };

    public override string InArray(ColumnType type, string column, string marker) =>
        type.Kind switch
        {
            ColumnKind.Decimal => $"{column} = ANY({marker}::numeric[])",
            ColumnKind.JsonBinary => $"{column} = ANY({marker}::jsonb[])",
            ColumnKind.Json or ColumnKind.Array => $"{Select(type, column)}::text = ANY({marker})",
            _ => $"{column} = ANY({marker})",
        };

    public override string IsDistinct(ColumnType type, string left, string right) =>
        type.Kind == ColumnKind.Json
            // json has no equality; another spelling of the same document counts as a change.
            ? $"({left})::text IS DISTINCT FROM ({right})::text"
            : $"{left} IS DISTINCT FROM {right}";

    private static object OnWire(object? value) =>
        value switch
        {
            null => DBNull.Value,
            DateOnly date => PostgreSqlDates.Days(date),
            DateTime time => PostgreSqlDates.Microseconds(time),
            _ => value,
        };

    /// <summary>Type of a parameter on the wire; kinds that go as text are cast by <see cref="Bound"/>.</summary>
    private static NpgsqlDbType DbTypeOf(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Int32 => NpgsqlDbType.Integer,
            ColumnKind.Int64 => NpgsqlDbType.Bigint,
            ColumnKind.Single => NpgsqlDbType.Real,
            ColumnKind.Double => NpgsqlDbType.Double,
            ColumnKind.Boolean => NpgsqlDbType.Boolean,
            ColumnKind.Instant => NpgsqlDbType.TimestampTz,
            ColumnKind.LocalDateTime => NpgsqlDbType.Timestamp,
            ColumnKind.Date => NpgsqlDbType.Date,
            ColumnKind.Time => NpgsqlDbType.Time,
            ColumnKind.Uuid => NpgsqlDbType.Uuid,
            ColumnKind.Bytes => NpgsqlDbType.Bytea,
            _ => NpgsqlDbType.Text,
        };
}
