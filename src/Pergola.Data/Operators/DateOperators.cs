using Pergola.Data.Sql;

namespace Pergola.Data.Operators;

/// <summary>
/// Dates against a moment or a period that begins at s and ends before e. Rows where the field is NULL never match.
/// </summary>
internal static class DateOperators
{
    public static readonly IReadOnlyList<FilterOperator> All =
    [
        Define("$dateOn", "=", new Borders(Start: ">=", End: "<")),
        Define("$dateNotOn", "<>", new Borders(Start: "<", End: ">=")),
        Define("$dateBefore", "<", new Borders(Start: "<")),
        Define("$dateNotBefore", ">=", new Borders(Start: ">=")),
        Define("$dateAfter", ">", new Borders(End: ">=")),
        Define("$dateNotAfter", "<=", new Borders(End: "<")),
        Define("$dateBetween", null, new Borders(Start: ">=", End: "<")),
    ];

    /// <summary>Comparisons with the borders of a period; outside of it, one of the two is enough.</summary>
    private sealed record Borders(string? Start = null, string? End = null)
    {
        public string Joint => Start == "<" ? " OR " : " AND ";
    }

    /// <param name="moment">Comparison with a moment; null when the operator needs a period.</param>
    private static FilterOperator Define(string name, string? moment, Borders borders) =>
        new(
            name,
            context =>
            {
                var bounds = DateBounds.Read(context);
                var type = context.Field.ColumnType;
                var subject = new Subject(context.Path);
                var start = new ScalarOperand(subject, bounds.Start, type);
                var end = new ScalarOperand(subject, bounds.End, type);
                if (!bounds.IsInstant)
                {
                    return (sql, column) => Write(sql, column, borders, start, end);
                }

                return moment is null
                    ? throw context.InvalidDate()
                    : (sql, column) => start.Compare(sql, column, moment);
            }
        );

    private static void Write(SqlWriter sql, string column, Borders borders, ScalarOperand start, ScalarOperand end)
    {
        sql.Append('(');
        if (borders.Start is not null)
        {
            start.Compare(sql, column, borders.Start);
        }

        if (borders is { Start: not null, End: not null })
        {
            sql.Append(borders.Joint);
        }

        if (borders.End is not null)
        {
            end.Compare(sql, column, borders.End);
        }

        sql.Append(')');
    }
}
