using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Querying;

namespace Pergola.Data.Sql;

/// <summary>Compiles grouped values into one SELECT. Groups come in the order of their dimensions unless ordered.</summary>
internal sealed class AggregateCompiler(AggregateQuery query, Dialect dialect, TimeSpan offset)
{
    private static readonly ColumnType Exact = new(ColumnKind.Decimal);
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

        var distinct = column.Distinct ? "DISTINCT " : "";
        return function switch
        {
            "sum" => dialect.Columns.Sum(field.ColumnType, distinct + value),
            "avg" => $"avg({distinct}{dialect.Columns.Summable(field.ColumnType, value)})",
            "min" or "max" => $"{function}({distinct}{dialect.Columns.Comparable(field.ColumnType, value)})",
            _ => $"{function}({distinct}{value})",
        };
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
                (s, h) => s.Append(Compared(h)).Append($" {h.Comparison} ").Parameter(h.Value, h.Type)
            );
    }

    /// <summary>Left side of a condition, as a value of the type of the right one.</summary>
    private string Compared(AggregateCondition condition)
    {
        var expression = Expression(condition.Column);
        if (condition.Column.Format is not null)
        {
            return expression;
        }

        var type = ResultType(condition.Column);
        return condition.Type.Kind == ColumnKind.Double
            ? dialect.Columns.Summable(type, expression)
            : dialect.Columns.Comparable(type, expression);
    }

    private void WriteOrder(SqlWriter sql)
    {
        if (query.IsGrouped && query.Dimensions.Count == 0)
        {
            return;
        }

        var ordered = query.Orders.Select(o => Expression(o.Column)).ToHashSet(StringComparer.Ordinal);
        var rest = query.Dimensions.Where(d => !ordered.Contains(Expression(d)));
        var orders = query.Orders.Concat(rest.Select(d => new AggregateOrder(d, false, false))).ToList();
        if (orders.Count > 0)
        {
            sql.Append(" ORDER BY ").Join(", ", orders, (s, o) => s.Append(Ordered(o)));
        }
    }

    private string Ordered(AggregateOrder order)
    {
        var expression = Expression(order.Column);
        var sorted = order.Column.Format is null
            ? dialect.Columns.Comparable(ResultType(order.Column), expression)
            : expression;
        return $"{sorted}{(order.Descending ? " DESC" : "")} NULLS {(order.NullsFirst ? "FIRST" : "LAST")}";
    }

    /// <summary>Type of a value as the database calculates it; sums are exact numbers.</summary>
    private static ColumnType ResultType(AggregateColumn column) =>
        column.Function switch
        {
            "count" => Whole,
            "sum" => Exact,
            _ => column.Path.Field.ColumnType,
        };
}
