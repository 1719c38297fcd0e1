using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Querying;

namespace Pergola.Data.Sql;

/// <summary>Compiles grouped values into one SELECT. Groups come in the order of their dimensions unless ordered.</summary>
internal sealed class AggregateCompiler(AggregateQuery query, Dialect dialect, TimeSpan offset)
{
    private static readonly ColumnType Number = new(ColumnKind.Double);
    private static readonly ColumnType Text = new(ColumnKind.Text);
    private static readonly ColumnType Whole = new(ColumnKind.Int64);
    private readonly JoinTree _joins = new("t");

    public SqlStatement Compile()
    {
        foreach (var column in query.Columns.Concat(query.Orders.Select(o => o.Column)))
        {
            _joins.AliasOf(column.Path.Relations);
        }

        var sql = new SqlWriter(dialect);
        sql.Append("SELECT ").Join(", ", query.Columns, (s, c) => s.Append(Selected(c)));
        sql.Append($" FROM {query.Collection.Table.Quoted} t");
        QueryParts.WriteJoinsAndWhere(sql, new RecordQuery(query.Collection) { Filter = query.Filter }, _joins);
        var isGrouped = query.IsGrouped && query.Dimensions.Count > 0;
        if (isGrouped)
        {
            sql.Append(" GROUP BY ").Join(", ", query.Dimensions, (s, d) => s.Append(Expression(d)));
        }

        WriteHaving(sql);
        WriteOrder(sql);
        if (isGrouped || !query.IsGrouped)
        {
            sql.Append(" LIMIT ").Parameter(query.Limit, Whole).Append(" OFFSET ").Parameter(query.Offset, Whole);
        }

        return sql.ToStatement();
    }

    /// <summary>Whether the result is a number that is selected as text, to lose no digit.</summary>
    public static bool IsNumber(AggregateColumn column) =>
        column.Function is "count" || (column.Format is null && AggregateParser.IsNumber(column.Path.Field));

    private string Selected(AggregateColumn column)
    {
        var expression = Expression(column);
        return IsNumber(column) ? dialect.Text.AsText(expression)
            : column.Format is not null ? expression
            : dialect.Columns.Select(column.Path.Field.ColumnType, expression);
    }

    private string Expression(AggregateColumn column)
    {
        var field = column.Path.Field;
        var value = JoinTree.Column(_joins.AliasOf(column.Path.Relations), field);
        if (column.Format is { } format)
        {
            return dialect.Dates.Format(field.ColumnType, value, format, offset);
        }

        if (column.Function is not { } function)
        {
            return value;
        }

        var operand = function == "count" ? value : dialect.Columns.Summable(field.ColumnType, value);
        return $"{function}({(column.Distinct ? "DISTINCT " : "")}{operand})";
    }

    private void WriteHaving(SqlWriter sql)
    {
        if (query.Having.Count == 0)
        {
            return;
        }

        sql.Append(
                query.IsGrouped ? " HAVING "
                : query.Filter is null ? " WHERE "
                : " AND "
            )
            .Join(
                " AND ",
                query.Having,
                (s, h) =>
                    s.Append(Expression(h.Column))
                        .Append($" {h.Comparison} ")
                        .Parameter(h.Value, h.Value is string ? Text : Number)
            );
    }

    private void WriteOrder(SqlWriter sql)
    {
        var orders = query.Orders.Select(o => (Sql: Expression(o.Column), o.Descending, o.NullsFirst)).ToList();
        var rest = query.Dimensions.Select(Expression).Where(d => orders.All(o => o.Sql != d));
        orders.AddRange(rest.Select(d => (d, false, false)));
        if (orders.Count > 0 && (!query.IsGrouped || query.Dimensions.Count > 0))
        {
            sql.Append(" ORDER BY ")
                .Join(
                    ", ",
                    orders,
                    (s, o) =>
                        s.Append($"{o.Sql}{(o.Descending ? " DESC" : "")} NULLS {(o.NullsFirst ? "FIRST" : "LAST")}")
                );
        }
    }
}
