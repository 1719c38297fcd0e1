using Pergola.Data.Querying;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Writing;

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

    /// <summary>The rows that meet a filter, told by their key columns, so that the filter may join what it needs.</summary>
    public static SqlWriter AppendMatching(
        this SqlWriter sql,
        Collection collection,
        IReadOnlyList<ColumnField> keys,
        FilterNode filter
    )
    {
        var joins = new JoinTree("f");
        var several = keys.Count > 1;
        sql.Append(several ? "(" : string.Empty)
            .Join(", ", keys, static (w, c) => w.Append(c.QuotedColumn))
            .Append(several ? ") IN (SELECT " : " IN (SELECT ")
            .Join(", ", keys, (w, c) => w.Append(JoinTree.Column(joins.RootAlias, c)))
            .Append($" FROM {collection.Table.Quoted} {joins.RootAlias}");
        QueryParts.WriteJoinsAndWhere(sql, new RecordQuery(collection) { Filter = filter }, joins);
        return sql.Append(')');
    }

    public static SqlWriter AppendEqual(this SqlWriter sql, ColumnField column, object value) =>
        sql.Append(column.QuotedColumn).Append(" = ").Parameter(value, column.ColumnType);

    public static SqlWriter AppendIn(this SqlWriter sql, ColumnField column, IReadOnlyList<object?> values) =>
        sql.In(column.ColumnType, column.QuotedColumn, values);
}
