using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Sql;

/// <summary>Appends SQL where a value stands; a row may hold one instead of a value to have the database compute it.</summary>
public delegate void ValueWriter(SqlWriter sql);

/// <summary>Writes INSERT statements of one or many rows.</summary>
public sealed class InsertCompiler(Dialect dialect)
{
    /// <summary>
    /// One statement for rows that fill the same columns. A column missing from a row is written as NULL. Returns
    /// <paramref name="returning"/> of each row, in the order of the rows.
    /// </summary>
    public SqlStatement Compile(
        Collection collection,
        IReadOnlyList<ColumnField> columns,
        IReadOnlyList<Dictionary<ColumnField, object?>> rows,
        string? returning
    )
    {
        var sql = new SqlWriter(dialect).Append("INSERT INTO ").Append(collection.Table.Quoted);
        if (columns.Count == 0)
        {
            sql.Append(" DEFAULT VALUES");
        }
        else
        {
            sql.Append(" (").Join(", ", columns, static (w, c) => w.Append(c.QuotedColumn)).Append(") VALUES ");
            sql.Join(", ", rows, (w, row) => AppendRow(w, columns, row));
        }

        if (returning is not null)
        {
            sql.Append(" RETURNING ").Append(returning);
        }

        return sql.ToStatement();
    }

    private static void AppendRow(
        SqlWriter sql,
        IReadOnlyList<ColumnField> columns,
        Dictionary<ColumnField, object?> row
    ) =>
        sql.Append('(')
            .Join(", ", columns, (w, column) => AppendValue(w, column, row.GetValueOrDefault(column)))
            .Append(')');

    private static void AppendValue(SqlWriter sql, ColumnField column, object? value)
    {
        if (value is ValueWriter write)
        {
            write(sql);
            return;
        }

        sql.Parameter(value, column.ColumnType);
    }
}
