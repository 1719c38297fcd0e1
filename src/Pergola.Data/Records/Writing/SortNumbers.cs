using System.Globalization;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Writing;

/// <summary>Gives new rows the number after the last one of their scope, one writer per table at a time.</summary>
internal sealed class SortNumbers(StatementRunner statements)
{
    /// <summary>Kind of lock under which numbers of one table are given out and shifted.</summary>
    public const string Lock = "sort";

    public async Task AssignAsync(
        WriteSession session,
        WritePlan plan,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var locked = false;
        foreach (var sort in plan.SortColumns)
        {
            var missing = drafts.Where(d => d.Values.GetValueOrDefault(sort.Column) is null).ToList();
            if (missing.Count == 0)
            {
                continue;
            }

            if (!locked)
            {
                await statements.LockAsync(session, Lock, plan.Collection, cancellationToken);
                locked = true;
            }

            if (drafts.Count == 1 && !plan.Formulas.Any(f => f.Operands.Contains(sort.Column)))
            {
                var scope = ScopeOf(session, sort, drafts[0]);
                drafts[0].Values[sort.Column] = new ValueWriter(sql => sort.AppendNext(sql, scope));
                continue;
            }

            await AssignManyAsync(session, sort, drafts, cancellationToken);
        }
    }

    /// <summary>Rows of one statement do not see each other, so their numbers are counted up here.</summary>
    private async Task AssignManyAsync(
        WriteSession session,
        SortColumn sort,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var scopes = drafts.Select(d => ScopeOf(session, sort, d)).ToList();
        var last = await ReadLastAsync(session, sort, scopes, cancellationToken);
        var overall = scopes.Contains(null) ? await ReadOverallAsync(session, sort, cancellationToken) : 0;
        for (var index = 0; index < drafts.Count; index++)
        {
            var values = drafts[index].Values;
            var number = values.GetValueOrDefault(sort.Column) is { } given
                ? ToNumber(given)
                : 1 + (scopes[index] is { } scope ? last.GetValueOrDefault(scope) : overall);
            values[sort.Column] = StoredValue.As(sort.Column.ColumnType.Kind, number);
            overall = Math.Max(overall, number);
            if (scopes[index] is { } counted)
            {
                last[counted] = Math.Max(last.GetValueOrDefault(counted), number);
            }
        }
    }

    private async Task<Dictionary<object, long>> ReadLastAsync(
        WriteSession session,
        SortColumn sort,
        List<object?> scopes,
        CancellationToken cancellationToken
    )
    {
        var asked = scopes.Where(s => s is not null).Distinct().ToList();
        if (sort.Scope is null || asked.Count == 0)
        {
            return [];
        }

        var sql = new SqlWriter(session.Database.Dialect)
            .Append("SELECT ")
            .Append(ReturnedColumns.Of([sort.Scope], session.Database.Dialect))
            .Append(", MAX(")
            .Append(sort.Column.QuotedColumn)
            .Append(") FROM ")
            .Append(sort.Column.Collection.Table.Quoted)
            .Append(" WHERE ")
            .AppendIn(sort.Scope, asked)
            .Append(" GROUP BY ")
            .Append(sort.Scope.QuotedColumn);
        var rows = await statements.ReadValuesAsync(
            session,
            [sort.Scope, sort.Column],
            sql.ToStatement(),
            cancellationToken
        );
        return rows.ToDictionary(r => r[0]!, r => r[1] is { } number ? ToNumber(number) : 0);
    }

    private async Task<long> ReadOverallAsync(
        WriteSession session,
        SortColumn sort,
        CancellationToken cancellationToken
    )
    {
        var sql = new SqlWriter(session.Database.Dialect)
            .Append("SELECT MAX(")
            .Append(sort.Column.QuotedColumn)
            .Append(") FROM ")
            .Append(sort.Column.Collection.Table.Quoted);
        var rows = await statements.ReadValuesAsync(session, [sort.Column], sql.ToStatement(), cancellationToken);
        return rows[0][0] is { } number ? ToNumber(number) : 0;
    }

    private static object? ScopeOf(WriteSession session, SortColumn sort, RecordDraft draft)
    {
        if (sort.Scope is null)
        {
            return null;
        }

        if (draft.Values.TryGetValue(sort.Scope, out var value))
        {
            return value;
        }

        return sort.Scope.DefaultValue is { } initial
            ? sort.Scope.Type.Parse(initial, sort.Scope, session.Values)
            : null;
    }

    private static long ToNumber(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
