using Pergola.Data.Dialects;
using Pergola.Data.Fields;

namespace Pergola.Data.Records.Writing;

/// <summary>Reads a column as the CLR value of its kind, for keys that go back into statements.</summary>
internal static class StoredValue
{
    public static object? Read(in ColumnCursor cursor, ColumnKind kind)
    {
        if (cursor.IsNull)
        {
            return null;
        }

        return kind switch
        {
            ColumnKind.Int32 => cursor.Int32,
            ColumnKind.Int64 => cursor.Int64,
            ColumnKind.Single => cursor.Single,
            ColumnKind.Double => cursor.Double,
            ColumnKind.Decimal => cursor.Decimal,
            ColumnKind.Boolean => cursor.Boolean,
            ColumnKind.Instant => cursor.Instant,
            ColumnKind.LocalDateTime => cursor.LocalDateTime,
            ColumnKind.Date => cursor.Date,
            ColumnKind.Time => cursor.Time,
            ColumnKind.Uuid => cursor.Uuid,
            ColumnKind.Bytes => cursor.Bytes,
            ColumnKind.Json or ColumnKind.JsonBinary or ColumnKind.Array => cursor.Json,
            _ => cursor.Text,
        };
    }

    /// <summary>A key value as the column that references it holds it; the two may differ in integer width.</summary>
    public static object? As(ColumnKind kind, object? value) =>
        (kind, value) switch
        {
            (ColumnKind.Int64, int number) => (long)number,
            (ColumnKind.Int32, long number) => checked((int)number),
            (ColumnKind.String or ColumnKind.Text, Guid id) => id.ToString(),
            _ => value,
        };
}
