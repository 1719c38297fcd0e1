using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records;

/// <summary>Conditions that name rows by their keys.</summary>
internal static class KeyConditions
{
    /// <summary>The row with this key.</summary>
    public static void AppendKey(this SqlWriter sql, RecordKey key)
    {
        for (var index = 0; index < key.Columns.Count; index++)
        {
            sql.Append(index == 0 ? string.Empty : " AND ").AppendEqual(key.Columns[index], key.Values[index]);
        }
    }

    /// <summary>The rows with these keys, which all have the same columns. There is at least one.</summary>
    public static void AppendKeys(this SqlWriter sql, IReadOnlyList<RecordKey> keys)
    {
        var columns = keys[0].Columns;
        if (columns.Count == 1)
        {
            sql.AppendIn(columns[0], [.. keys.Select(k => k.Single)]);
            return;
        }

        sql.Append('(');
        sql.Join(
            " OR ",
            keys,
            static (w, key) =>
            {
                w.Append('(');
                w.AppendKey(key);
                w.Append(')');
            }
        );
        sql.Append(')');
    }

    public static SqlWriter AppendEqual(this SqlWriter sql, ColumnField column, object value) =>
        sql.Append(column.QuotedColumn).Append(" = ").Parameter(value, column.ColumnType);

    public static SqlWriter AppendIn(this SqlWriter sql, ColumnField column, IReadOnlyList<object?> values) =>
        sql.In(column.ColumnType, column.QuotedColumn, values);
}
