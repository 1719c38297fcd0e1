using System.Globalization;
using Pergola.Data.Events;
using Pergola.Data.Records.Computed;
using Pergola.Data.Records.Trees;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Writing;

/// <summary>Inserts drafts whose values are complete: as few statements as handlers and columns allow.</summary>
internal sealed class RecordInserter(
    StatementRunner statements,
    SortNumbers sortNumbers,
    SequenceTexts sequences,
    RadioFlags radioFlags,
    TreePathWriter treePaths
)
{
    /// <summary>Stays below the parameter limits of both databases (65,535 and 32,766).</summary>
    private const int MaxParameters = 30_000;
    private const int MaxRows = 1_000;

    /// <summary>Inserts the rows; returns the changes to be announced once everything nested is written.</summary>
    public async Task<IReadOnlyList<RecordChange>> InsertAsync(
        WriteSession session,
        WritePlan plan,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var handlers = new ChangeHandlers(session, plan.Collection, ChangeKinds.Create);
        if (!handlers.Any)
        {
            await WriteAsync(session, plan, drafts, cancellationToken);
            return [];
        }

        // Handlers may look at the table, so each row is there before the next one is announced.
        var changes = new List<RecordChange>(drafts.Count);
        foreach (var draft in drafts)
        {
            var change = new RecordChange(ChangeKinds.Create, plan.Collection, draft.Values)
            {
                Key = plan.KeyOf(c => draft.Values.GetValueOrDefault(c)),
            };
            await handlers.BeforeAsync(change, session, cancellationToken);
            await WriteAsync(session, plan, [draft], cancellationToken);
            change.Key = draft.Row.Key;
            change.Record = draft.Row.ToElement();
            changes.Add(change);
        }

        return changes;
    }

    public static async Task AnnounceAsync(
        WriteSession session,
        WritePlan plan,
        IReadOnlyList<RecordChange> changes,
        CancellationToken cancellationToken
    )
    {
        var handlers = new ChangeHandlers(session, plan.Collection, ChangeKinds.Create);
        foreach (var change in changes)
        {
            await handlers.WrittenAsync(change, session, cancellationToken);
        }
    }

    private async Task WriteAsync(
        WriteSession session,
        WritePlan plan,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        TreeGuard.RefuseOwnParent(plan.Collection, drafts);
        await treePaths.LockAsync(session, plan, drafts, cancellationToken);
        await sortNumbers.AssignAsync(session, plan, drafts, cancellationToken);
        await sequences.AssignAsync(session, plan, drafts, cancellationToken);
        FormulaValues.Assign(session, plan, drafts);
        foreach (var draft in drafts)
        {
            InsertDefaults.RequireValues(draft);
        }

        for (var first = 0; first < drafts.Count; )
        {
            var columns = new InsertColumns(plan.Collection, drafts[first]);
            var limit = Math.Clamp(MaxParameters / Math.Max(1, plan.Collection.Columns.Count), 1, MaxRows);
            var count = 1;
            while (first + count < drafts.Count && count < limit && columns.Accept(drafts[first + count]))
            {
                count++;
            }

            await WriteRunAsync(session, plan, columns, [.. drafts.Skip(first).Take(count)], cancellationToken);
            first += count;
        }

        await radioFlags.WrittenAsync(session, plan, drafts, cancellationToken);
        await AdvanceSequencesAsync(session, plan, drafts, cancellationToken);
        await treePaths.InsertedAsync(session, plan, drafts, cancellationToken);
    }

    private async Task WriteRunAsync(
        WriteSession session,
        WritePlan plan,
        InsertColumns columns,
        List<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var statement = new InsertCompiler(session.Database.Dialect).Compile(
            plan.Collection,
            columns.ToList(),
            [.. drafts.Select(d => d.Values)],
            plan.Returning
        );
        var rows = await statements.ReadRowsAsync(session, plan, statement, cancellationToken);
        for (var index = 0; index < drafts.Count; index++)
        {
            drafts[index].Row = rows[index];
        }
    }

    /// <summary>A number chosen by the client must not be handed out again by the database.</summary>
    private static async Task AdvanceSequencesAsync(
        WriteSession session,
        WritePlan plan,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        foreach (var column in plan.Collection.Columns.Where(c => c.IsAutoIncrement))
        {
            var highest = long.MinValue;
            foreach (var draft in drafts)
            {
                if (draft.Values.GetValueOrDefault(column) is { } chosen)
                {
                    highest = Math.Max(highest, Convert.ToInt64(chosen, CultureInfo.InvariantCulture));
                }
            }

            if (highest > 0)
            {
                await session.Database.AdvanceSequenceAsync(session.Transaction, column, highest, cancellationToken);
            }
        }
    }
}
