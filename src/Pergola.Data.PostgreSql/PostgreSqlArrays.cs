using Npgsql;
using NpgsqlTypes;
using Pergola.Data.Fields;

namespace Pergola.Data.PostgreSql;

/// <summary>Lists as one typed array parameter; a NULL element stays NULL.</summary>
internal static class PostgreSqlArrays
{
    public static NpgsqlParameter CreateParameter(ColumnKind kind, IReadOnlyList<object?> values) =>
        kind switch
        {
            ColumnKind.Int32 => Of<int>(NpgsqlDbType.Integer, values),
            ColumnKind.Int64 => Of<long>(NpgsqlDbType.Bigint, values),
            ColumnKind.Single => Of<float>(NpgsqlDbType.Real, values),
            ColumnKind.Double => Of<double>(NpgsqlDbType.Double, values),
            ColumnKind.Boolean => Of<bool>(NpgsqlDbType.Boolean, values),
            ColumnKind.Instant => Of<long>(NpgsqlDbType.TimestampTz, Microseconds(values)),
            ColumnKind.LocalDateTime => Of<long>(NpgsqlDbType.Timestamp, Microseconds(values)),
            ColumnKind.Date => Of<int>(
                NpgsqlDbType.Date,
                [.. values.Select(v => v is DateOnly date ? PostgreSqlDates.Days(date) : (object?)null)]
            ),
            ColumnKind.Time => Of<TimeOnly>(NpgsqlDbType.Time, values),
            ColumnKind.Uuid => Of<Guid>(NpgsqlDbType.Uuid, values),
            ColumnKind.Bytes => Create(NpgsqlDbType.Bytea, values.Select(v => (byte[]?)v).ToArray()),
            _ => Create(NpgsqlDbType.Text, values.Select(v => (string?)v).ToArray()),
        };

    private static List<object?> Microseconds(IReadOnlyList<object?> values) =>
        [.. values.Select(v => v is DateTime time ? PostgreSqlDates.Microseconds(time) : (object?)null)];

    private static NpgsqlParameter Of<T>(NpgsqlDbType type, IReadOnlyList<object?> values)
        where T : struct
    {
        var array = new T?[values.Count];
        for (var index = 0; index < array.Length; index++)
        {
            array[index] = (T?)values[index];
        }

        return Create(type, array);
    }

    private static NpgsqlParameter Create<T>(NpgsqlDbType type, T[] array) =>
        new NpgsqlParameter<T[]> { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = array };
}
