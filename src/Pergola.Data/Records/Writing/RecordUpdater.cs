using Pergola.Data.Events;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Records.Associations;
using Pergola.Data.Records.Computed;
using Pergola.Data.Records.Trees;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Writing;

/// <summary>Updates one record: one UPDATE that notices by itself whether anything changes.</summary>
internal sealed class RecordUpdater(
    StatementRunner statements,
    AssociationWriter associations,
    FormulaValues formulas,
    RadioFlags radioFlags,
    TreeGuard treeGuard,
    TreePathWriter treePaths
)
{
    /// <summary>Writes the draft; false when no record has the key and meets the filter.</summary>
    public async Task<bool> UpdateAsync(
        WriteSession session,
        WritePlan plan,
        RecordKey key,
        FilterNode? filter,
        RecordDraft draft,
        CancellationToken cancellationToken
    )
    {
        var handlers = new ChangeHandlers(session, plan.Collection, ChangeKinds.Update);
        var condition = Condition(plan, key, filter);

        // Handlers and targets must not be touched for a record that will not be.
        var looksFirst = handlers.Any || draft.Associations.Count > 0;
        if (looksFirst && !await ExistsAsync(session, plan, condition, cancellationToken))
        {
            return false;
        }

        await associations.WriteBeforeAsync(session, [draft], cancellationToken);
        var change = new RecordChange(ChangeKinds.Update, plan.Collection, draft.Values) { Key = key };
        await handlers.BeforeAsync(change, session, cancellationToken);
        if (
            !await WriteAsync(
                session,
                plan,
                key,
                looksFirst ? Condition(plan, key, null) : condition,
                draft,
                cancellationToken
            )
        )
        {
            return false;
        }

        await associations.WriteAfterAsync(session, [draft], cancellationToken);
        if (handlers.Any)
        {
            change.Record = draft.Row.ToElement();
            await handlers.WrittenAsync(change, session, cancellationToken);
        }

        return true;
    }

    private async Task<bool> ExistsAsync(
        WriteSession session,
        WritePlan plan,
        Action<SqlWriter> condition,
        CancellationToken cancellationToken
    )
    {
        var found = await statements.SelectValuesAsync(session, [plan.RecordKey[0]], condition, cancellationToken);
        return found.Count > 0;
    }

    /// <summary>The row with the key, if it also meets the filter.</summary>
    private static Action<SqlWriter> Condition(WritePlan plan, RecordKey key, FilterNode? filter) =>
        sql =>
        {
            sql.AppendKey(key);
            if (filter is not null)
            {
                sql.Append(" AND ").AppendMatching(plan.Collection, plan.RecordKey, filter);
            }
        };

    private async Task<bool> WriteAsync(
        WriteSession session,
        WritePlan plan,
        RecordKey key,
        Action<SqlWriter> condition,
        RecordDraft draft,
        CancellationToken cancellationToken
    )
    {
        RequireValues(draft);
        if (draft.Values.Count == 0)
        {
            var found = await statements.SelectRowsAsync(session, plan, condition, cancellationToken);
            return Take(draft, found);
        }

        var renumbered = Renumbered(plan, draft);
        if (renumbered.Count > 0)
        {
            await statements.LockAsync(session, SortNumbers.Lock, plan.Collection, cancellationToken);
        }

        var moves = await treeGuard.CheckMoveAsync(session, plan.Collection, key, draft.Values, cancellationToken);
        var stamps = Stamps(session, plan, draft.Values);
        if (!await formulas.AssignAsync(session, plan, condition, draft, stamps, cancellationToken))
        {
            return false;
        }

        var update = new RowUpdate(plan.Collection, condition)
        {
            Assignments = Assignments(draft),
            Stamps = stamps,
            Renumbered = renumbered,
            Returning = plan.Returning,
        };
        var statement = new UpdateCompiler(session.Database.Dialect).Compile(update);
        if (!Take(draft, await statements.ReadRowsAsync(session, plan, statement, cancellationToken)))
        {
            return false;
        }

        await radioFlags.WrittenAsync(session, plan, [draft], cancellationToken);
        if (moves)
        {
            var nodes = plan.Collection.PrimaryKey.Select(draft.Row.Value).ToList();
            await treePaths.MovedAsync(session, plan.Collection, nodes, cancellationToken);
        }

        return true;
    }

    private static bool Take(RecordDraft draft, List<StoredRow> rows)
    {
        if (rows.Count == 0)
        {
            return false;
        }

        draft.Row = rows[0];
        return true;
    }

    private static void RequireValues(RecordDraft draft)
    {
        foreach (var (column, value) in draft.Values)
        {
            if (value is null && !column.AllowNull)
            {
                throw InsertDefaults.CannotBeNull(column);
            }
        }
    }

    /// <summary>One assignment for each physical column; of several fields over one the last one given counts.</summary>
    private static List<KeyValuePair<ColumnField, object?>> Assignments(RecordDraft draft) =>
        [.. draft.Values.GroupBy(v => v.Key.ColumnName, StringComparer.Ordinal).Select(g => g.Last())];

    private static List<SortColumn> Renumbered(WritePlan plan, RecordDraft draft) =>
        [
            .. plan.SortColumns.Where(s =>
                s.Scope is not null && draft.Values.ContainsKey(s.Scope) && !draft.Values.ContainsKey(s.Column)
            ),
        ];

    /// <summary>Values that follow from the fact that a record changes.</summary>
    internal static List<KeyValuePair<ColumnField, object?>> Stamps(
        WriteSession session,
        WritePlan plan,
        IReadOnlyDictionary<ColumnField, object?> values
    )
    {
        var stamps = new List<KeyValuePair<ColumnField, object?>>();
        foreach (var column in plan.Collection.Columns.Where(c => !values.ContainsKey(c)))
        {
            if (column.Role == FieldRole.UpdatedAt)
            {
                stamps.Add(new(column, session.Now));
            }
            else if (column.Role == FieldRole.UpdatedById)
            {
                stamps.Add(new(column, StoredValue.As(column.ColumnType.Kind, session.Values.UserId)));
            }
        }

        foreach (var column in plan.GeneratedOnUpdate)
        {
            if (
                !values.ContainsKey(column)
                && ((IGeneratesOnUpdate)column.Type).GenerateOnUpdate(column, session.Values) is { } generated
            )
            {
                stamps.Add(new(column, generated));
            }
        }

        return stamps;
    }
}
