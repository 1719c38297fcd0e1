using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records.Associations;
using Pergola.Data.Records.Trees;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Writing;

/// <summary>Deletes records and applies the rules of everything that points to them, one level at a time.</summary>
internal sealed class RecordDestroyer(
    StatementRunner statements,
    WritePlans plans,
    ForeignKeys foreignKeys,
    TreePathWriter treePaths
)
{
    /// <summary>Deletes the records with these keys and returns how many of them there were.</summary>
    public Task<int> DestroyAsync(
        WriteSession session,
        Collection collection,
        IReadOnlyList<RecordKey> keys,
        CancellationToken cancellationToken
    ) => DestroyAsync(session, collection, keys, [], cancellationToken);

    /// <summary>Deletes the rows that meet a condition, as cheaply as handlers and references allow.</summary>
    public Task DestroyWhereAsync(
        WriteSession session,
        Collection collection,
        Action<SqlWriter> where,
        CancellationToken cancellationToken
    ) => DestroyWhereAsync(session, collection, where, [], cancellationToken);

    private async Task<int> DestroyAsync(
        WriteSession session,
        Collection collection,
        IReadOnlyList<RecordKey> keys,
        HashSet<(Collection Collection, RecordKey Key)> seen,
        CancellationToken cancellationToken
    )
    {
        // Cascades may come back to where they started.
        var fresh = keys.Where(key => seen.Add((collection, key))).ToList();
        if (fresh.Count == 0)
        {
            return 0;
        }

        var handlers = new ChangeHandlers(session, collection, ChangeKinds.Destroy);
        var changes = handlers.Any
            ? fresh.ConvertAll(key => new RecordChange(ChangeKinds.Destroy, collection, []) { Key = key })
            : [];
        foreach (var change in changes)
        {
            await handlers.BeforeAsync(change, session, cancellationToken);
        }

        var deleted = 0;
        foreach (var chunk in fresh.Chunk(fresh[0].Columns.Count == 1 ? int.MaxValue : 1_000))
        {
            deleted += await DestroyChunkAsync(session, collection, chunk, seen, cancellationToken);
        }

        foreach (var change in changes)
        {
            await handlers.WrittenAsync(change, session, cancellationToken);
        }

        return deleted;
    }

    private async Task<int> DestroyChunkAsync(
        WriteSession session,
        Collection collection,
        RecordKey[] keys,
        HashSet<(Collection Collection, RecordKey Key)> seen,
        CancellationToken cancellationToken
    )
    {
        var references = plans.ReferencesTo(session, collection);
        var values = await ReadReferencedAsync(session, collection, keys, references, cancellationToken);
        foreach (var reference in references.Where(r => r.Rule == OnDelete.Restrict))
        {
            await RefuseAsync(session, reference, values[reference.Referenced], cancellationToken);
        }

        foreach (var reference in references)
        {
            await ApplyAsync(session, reference, values[reference.Referenced], seen, cancellationToken);
        }

        if (collection is { IsTree: true, PrimaryKey: [var node] })
        {
            await treePaths.DeletedAsync(session, collection, values[node], cancellationToken);
        }

        var statement = new DeleteCompiler(session.Database.Dialect).Compile(collection, sql => sql.AppendKeys(keys));
        return await statements.ExecuteAsync(session, statement, cancellationToken);
    }

    private async Task DestroyWhereAsync(
        WriteSession session,
        Collection collection,
        Action<SqlWriter> where,
        HashSet<(Collection Collection, RecordKey Key)> seen,
        CancellationToken cancellationToken
    )
    {
        var plan = plans.Of(session, collection);
        var isPlain =
            !new ChangeHandlers(session, collection, ChangeKinds.Destroy).Any
            && !collection.IsTree
            && plans.ReferencesTo(session, collection).All(r => r.Rule is OnDelete.NoAction or OnDelete.Unspecified);
        if (isPlain || plan.RecordKey.Count == 0)
        {
            var statement = new DeleteCompiler(session.Database.Dialect).Compile(collection, where);
            await statements.ExecuteAsync(session, statement, cancellationToken);
            return;
        }

        var rows = await statements.SelectValuesAsync(session, plan.RecordKey, where, cancellationToken);
        var keys = rows.ConvertAll(row => new RecordKey(plan.RecordKey, [.. row.Select(v => v!)]));
        await DestroyAsync(session, collection, keys, seen, cancellationToken);
    }

    /// <summary>
    /// Values of every column that something points to. The given keys are enough where that is the record key, as it
    /// mostly is; else one statement reads them.
    /// </summary>
    private async Task<Dictionary<ColumnField, IReadOnlyList<object?>>> ReadReferencedAsync(
        WriteSession session,
        Collection collection,
        RecordKey[] keys,
        IReadOnlyList<Reference> references,
        CancellationToken cancellationToken
    )
    {
        var columns = references
            .Where(r => r.Rule is OnDelete.Cascade or OnDelete.SetNull or OnDelete.Restrict)
            .Select(r => r.Referenced);
        if (collection is { IsTree: true, PrimaryKey: [var node] })
        {
            columns = columns.Append(node);
        }

        var needed = columns.Distinct().ToList();
        var values = references.Select(r => r.Referenced).Distinct().ToDictionary(c => c, _ => NoValues);
        if (needed.Count == 0)
        {
            return values;
        }

        if (keys[0].Columns.Count == 1 && needed.TrueForAll(c => c == keys[0].Columns[0]))
        {
            values[needed[0]] = [.. keys.Select(k => k.Single)];
            return values;
        }

        var rows = await statements.SelectValuesAsync(session, needed, sql => sql.AppendKeys(keys), cancellationToken);
        for (var index = 0; index < needed.Count; index++)
        {
            var position = index;
            values[needed[index]] = [.. rows.Select(r => r[position]).Where(v => v is not null)];
        }

        return values;
    }

    private async Task RefuseAsync(
        WriteSession session,
        Reference reference,
        IReadOnlyList<object?> values,
        CancellationToken cancellationToken
    )
    {
        if (values.Count == 0)
        {
            return;
        }

        var found = await statements.SelectValuesAsync(
            session,
            [reference.ForeignKey],
            sql => sql.AppendIn(reference.ForeignKey, values).Append(" LIMIT 1"),
            cancellationToken
        );
        if (found.Count > 0)
        {
            throw new ConstraintException([
                new ConstraintViolation(
                    "The record is still used by {field} of {collection}",
                    [("field", reference.Relation.Name), ("collection", reference.Relation.Collection.Name)],
                    reference.Relation.Name
                ),
            ]);
        }
    }

    private async Task ApplyAsync(
        WriteSession session,
        Reference reference,
        IReadOnlyList<object?> values,
        HashSet<(Collection Collection, RecordKey Key)> seen,
        CancellationToken cancellationToken
    )
    {
        if (values.Count == 0)
        {
            return;
        }

        if (reference.Rule == OnDelete.SetNull)
        {
            await foreignKeys.UnlinkAsync(
                session,
                reference.ForeignKey,
                values,
                condition: null,
                stamps: false,
                cancellationToken
            );
        }
        else if (reference.Rule == OnDelete.Cascade)
        {
            await DestroyWhereAsync(
                session,
                reference.ForeignKey.Collection,
                sql => sql.AppendIn(reference.ForeignKey, values),
                seen,
                cancellationToken
            );
        }
    }

    private static readonly IReadOnlyList<object?> NoValues = [];
}
