using Pergola.Data.Fields.Computed.Formulas;
using Pergola.Data.Records.Writing;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Computed;

/// <summary>Computes the formula fields of records that are about to be written.</summary>
internal sealed class FormulaValues(StatementRunner statements)
{
    /// <summary>Computes from the values of new records. What the database will assign is not known yet and counts as NULL.</summary>
    public static void Assign(WriteSession session, WritePlan plan, IReadOnlyList<RecordDraft> drafts)
    {
        foreach (var formula in plan.Formulas)
        {
            foreach (var draft in drafts)
            {
                draft.Values[formula.Column] = Compute(session, formula, column => ValueOf(session, draft, column));
            }
        }
    }

    /// <summary>
    /// Computes for an update from what is given and, where that is not all, from the stored row, which is locked with the
    /// read. False when the row does not exist.
    /// </summary>
    /// <param name="session">The write it belongs to.</param>
    /// <param name="plan">Plan of the collection.</param>
    /// <param name="condition">The row, in SQL.</param>
    /// <param name="draft">What is given; gets the computed values.</param>
    /// <param name="stamps">
    /// Values that are written only if the row changes; gets the formulas that are computed from them, for the same reason.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public async Task<bool> AssignAsync(
        WriteSession session,
        WritePlan plan,
        Action<SqlWriter> condition,
        RecordDraft draft,
        List<KeyValuePair<ColumnField, object?>> stamps,
        CancellationToken cancellationToken
    )
    {
        if (plan.Formulas.Count == 0)
        {
            return true;
        }

        var stamped = stamps.ToDictionary(s => s.Key, s => s.Value);
        if (await ReadMissingAsync(session, plan, condition, draft, stamped, cancellationToken) is not { } stored)
        {
            return false;
        }

        foreach (var formula in plan.Formulas)
        {
            var value = Compute(
                session,
                formula,
                column =>
                    draft.Values.TryGetValue(column, out var given) ? given
                    : stamped.TryGetValue(column, out var stamp) ? stamp
                    : stored.GetValueOrDefault(column)
            );
            if (formula.Operands.Any(stamped.ContainsKey))
            {
                stamped[formula.Column] = value;
                stamps.Add(new(formula.Column, value));
            }
            else
            {
                draft.Values[formula.Column] = value;
            }
        }

        return true;
    }

    /// <summary>Stored values of operands that are not given, in one statement; null when the row does not exist.</summary>
    private async Task<Dictionary<ColumnField, object?>?> ReadMissingAsync(
        WriteSession session,
        WritePlan plan,
        Action<SqlWriter> condition,
        RecordDraft draft,
        Dictionary<ColumnField, object?> stamped,
        CancellationToken cancellationToken
    )
    {
        var missing = plan
            .Formulas.SelectMany(f => f.Operands)
            .Distinct()
            .Where(c =>
                !draft.Values.ContainsKey(c) && !stamped.ContainsKey(c) && plan.Formulas.All(f => f.Column != c)
            )
            .ToList();
        if (missing.Count == 0)
        {
            return [];
        }

        var rows = await statements.SelectValuesAsync(
            session,
            missing,
            sql =>
            {
                condition(sql);
                sql.Append(session.Database.Dialect.RowLock);
            },
            cancellationToken
        );
        return rows.Count == 0 ? null : missing.Zip(rows[0]).ToDictionary(p => p.First, p => p.Second);
    }

    private static object? Compute(WriteSession session, FormulaColumn formula, Func<ColumnField, object?> value)
    {
        var zone = session.Values.ServerZone;
        return formula.Formula.Compute(
            name =>
                formula.Operands.FirstOrDefault(c => c.Name == name) is { } column
                    ? FormulaResult.FromStored(value(column), column.ColumnType.Kind, zone)
                    : null,
            formula.Column.ColumnType,
            zone
        );
    }

    private static object? ValueOf(WriteSession session, RecordDraft draft, ColumnField column)
    {
        if (draft.Values.TryGetValue(column, out var value))
        {
            return value is ValueWriter ? null : value;
        }

        return column.DefaultValue is { } initial ? column.Type.Parse(initial, column, session.Values) : null;
    }
}
