using Pergola.Data.Dialects;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Sql;

/// <summary>Changes to the rows of one table.</summary>
/// <param name="Where">Appends the condition, without the keyword.</param>
public sealed record RowUpdate(Collection Collection, Action<SqlWriter> Where)
{
    public required IReadOnlyList<KeyValuePair<ColumnField, object?>> Assignments { get; init; }

    /// <summary>Values written only where an assignment changes the row, such as the time of the last change.</summary>
    public IReadOnlyList<KeyValuePair<ColumnField, object?>> Stamps { get; init; } = [];

    /// <summary>Sort columns that get the next number of the new scope where the scope column changes.</summary>
    public IReadOnlyList<SortColumn> Renumbered { get; init; } = [];

    /// <summary>Columns to return of each row, null for none.</summary>
    public string? Returning { get; init; }
}

/// <summary>A sort column and the column whose equal values share one sequence, null for the whole table.</summary>
public sealed record SortColumn(ColumnField Column, ColumnField? Scope)
{
    /// <summary>The sort column of a field with its scope.</summary>
    public static SortColumn Of(ColumnField column)
    {
        var scopeKey = column.Definition.Text("scopeKey");
        if (scopeKey is null)
        {
            return new SortColumn(column, null);
        }

        if (column.Collection.TryGetColumn(scopeKey, out var scope))
        {
            return new SortColumn(column, scope);
        }

        // A scope may also be named by the relation whose key it is.
        return new SortColumn(
            column,
            column.Collection.TryGetRelation(scopeKey, out var relation) && relation is BelongsTo to
                ? to.ForeignKey
                : null
        );
    }

    /// <summary>Appends the number after the last one of a scope; rows without scope count over the whole table.</summary>
    public void AppendNext(SqlWriter sql, object? scope)
    {
        var table = Column.Collection.Table.Quoted;
        sql.Append("(SELECT COALESCE(MAX(\"x\".")
            .Append(Column.QuotedColumn)
            .Append("), 0) + 1 FROM ")
            .Append(table)
            .Append(" AS \"x\"");
        if (Scope is not null && scope is not null)
        {
            sql.Append(" WHERE \"x\".").Append(Scope.QuotedColumn).Append(" = ").Parameter(scope, Scope.ColumnType);
        }

        sql.Append(')');
    }
}

/// <summary>Writes UPDATE statements that know which rows they really change.</summary>
public sealed class UpdateCompiler(Dialect dialect)
{
    public SqlStatement Compile(RowUpdate update)
    {
        var sql = new SqlWriter(dialect).Append("UPDATE ").Append(update.Collection.Table.Quoted).Append(" SET ");
        var changes = new List<string>(update.Assignments.Count);
        for (var index = 0; index < update.Assignments.Count; index++)
        {
            var (column, value) = update.Assignments[index];
            var marker = sql.Marker(value, column.ColumnType);
            sql.Append(index == 0 ? string.Empty : ", ").Append(column.QuotedColumn).Append(" = ").Append(marker);
            changes.Add(dialect.Columns.IsDistinct(column.ColumnType, column.QuotedColumn, marker));
        }

        var changed = string.Join(" OR ", changes);
        foreach (var (column, value) in update.Stamps)
        {
            sql.Append(", ").Append(column.QuotedColumn).Append(" = CASE WHEN ").Append(changed).Append(" THEN ");
            sql.Parameter(value, column.ColumnType).Append(" ELSE ").Append(column.QuotedColumn).Append(" END");
        }

        foreach (var sort in update.Renumbered)
        {
            AppendRenumbering(sql, update, changes, sort);
        }

        sql.Append(" WHERE ");
        update.Where(sql);
        if (update.Returning is not null)
        {
            sql.Append(" RETURNING ").Append(update.Returning);
        }

        return sql.ToStatement();
    }

    private static void AppendRenumbering(SqlWriter sql, RowUpdate update, List<string> changes, SortColumn sort)
    {
        var position = update.Assignments.Select(a => a.Key).ToList().IndexOf(sort.Scope!);
        sql.Append(", ")
            .Append(sort.Column.QuotedColumn)
            .Append(" = CASE WHEN ")
            .Append(changes[position])
            .Append(" THEN ");
        sort.AppendNext(sql, update.Assignments[position].Value);
        sql.Append(" ELSE ").Append(sort.Column.QuotedColumn).Append(" END");
    }
}
