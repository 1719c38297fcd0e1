using System.Text.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records.Associations;
using Pergola.Data.Records.Computed;
using Pergola.Data.Records.Trees;
using Pergola.Data.Records.Writing;
using Pergola.Data.Schema;

namespace Pergola.Data.Records;

/// <summary>
/// Every write of records. Each call belongs to a session, whose transaction the caller commits. A plain insert and a
/// plain update are one statement each.
/// </summary>
/// <remarks>
/// What the database refuses is raised as its <see cref="System.Data.Common.DbException"/>; the edge of the app translates
/// it. Two callers that both find nothing and insert meet at the unique key: the transaction of the later one is over, and
/// it looks again in a new one.
/// </remarks>
public sealed class RecordWriter
{
    private readonly WritePlans _plans = new();
    private readonly InputReader _input = new();
    private readonly RecordInserter _inserter;
    private readonly RecordUpdater _updater;
    private readonly RecordDestroyer _destroyer;
    private readonly RecordMover _mover;
    private readonly AssociationWriter _associations;
    private readonly LinkedRecords _linked;
    private readonly LinkActions _links;
    private readonly ArrayFieldWriter _arrays;

    public RecordWriter()
    {
        var statements = new StatementRunner();
        var treePaths = new TreePathWriter(statements);
        var treeGuard = new TreeGuard(statements);
        var foreignKeys = new ForeignKeys(statements, _plans, treeGuard, treePaths);
        var targets = new TargetWriter(this, _plans, _input, statements);
        _destroyer = new RecordDestroyer(statements, _plans, foreignKeys, treePaths);
        var throughRows = new ThroughRows(this, _plans, _input, statements, _destroyer);
        _associations = new AssociationWriter(
            new BelongsToWriter(targets),
            new HasOneWriter(targets, foreignKeys),
            new HasManyWriter(targets, foreignKeys),
            new BelongsToManyWriter(targets, throughRows)
        );
        var radioFlags = new RadioFlags(statements);
        var sequences = new SequenceTexts(new SequenceCounters(statements));
        _inserter = new RecordInserter(statements, new SortNumbers(statements), sequences, radioFlags, treePaths);
        _updater = new RecordUpdater(
            statements,
            _associations,
            new FormulaValues(statements),
            radioFlags,
            treeGuard,
            treePaths
        );
        _mover = new RecordMover(this, statements);
        _linked = new LinkedRecords(this, _plans, _input, statements, foreignKeys, throughRows);
        _links = new LinkActions(statements, targets, foreignKeys, throughRows);
        _arrays = new ArrayFieldWriter(this, statements);
    }

    /// <summary>Creates a record from a JSON object.</summary>
    public async Task<WrittenRecord> InsertAsync(
        WriteSession session,
        Collection collection,
        JsonElement values,
        WriteOptions options,
        CancellationToken cancellationToken
    ) => (await InsertManyAsync(session, collection, [values], options, cancellationToken))[0];

    /// <summary>Creates records from JSON objects, in their order.</summary>
    public async Task<IReadOnlyList<WrittenRecord>> InsertManyAsync(
        WriteSession session,
        Collection collection,
        IReadOnlyList<JsonElement> values,
        WriteOptions options,
        CancellationToken cancellationToken
    )
    {
        var plan = PlanOf(session, collection);
        var scope = new ValueScope(options, IsUpdate: false);
        var drafts = values.Select(v => _input.ReadForInsert(session, plan, v, scope)).ToList();
        await InsertAsync(session, plan, drafts, cancellationToken);
        return drafts.ConvertAll(d => d.ToWritten());
    }

    /// <summary>
    /// Changes the given properties of one record. Null when no record has the key and meets the filter.
    /// </summary>
    public async Task<WrittenRecord?> UpdateAsync(
        WriteSession session,
        Collection collection,
        RecordKey key,
        FilterNode? filter,
        JsonElement values,
        WriteOptions options,
        CancellationToken cancellationToken
    )
    {
        var plan = PlanOf(session, collection);
        var draft = _input.ReadForUpdate(session, plan, values, new ValueScope(options, IsUpdate: true));
        return await UpdateAsync(session, plan, key, filter, draft, cancellationToken) ? draft.ToWritten() : null;
    }

    /// <summary>
    /// Deletes records and applies the rules of what points to them. Returns how many of the keys existed; records that
    /// went with them are not counted.
    /// </summary>
    /// <exception cref="Core.Errors.ConstraintException">A relation forbids it; the message names the relation.</exception>
    public Task<int> DestroyAsync(
        WriteSession session,
        Collection collection,
        IReadOnlyList<RecordKey> keys,
        CancellationToken cancellationToken
    ) => _destroyer.DestroyAsync(session, collection, keys, cancellationToken);

    /// <summary>Creates targets that are linked to the source record of an association.</summary>
    /// <exception cref="Core.Errors.NotFoundException">The source record does not exist.</exception>
    public Task<IReadOnlyList<WrittenRecord>> InsertLinkedAsync(
        WriteSession session,
        AssociationScope association,
        IReadOnlyList<JsonElement> values,
        WriteOptions options,
        CancellationToken cancellationToken
    ) => _linked.InsertAsync(session, association, values, options, cancellationToken);

    /// <summary>
    /// Changes the given properties of one target of an association, whose key was read over it. Null when no record has
    /// the key and meets the filter. The answer carries the through row of a belongsToMany.
    /// </summary>
    public async Task<WrittenRecord?> UpdateLinkedAsync(
        WriteSession session,
        AssociationScope association,
        RecordKey key,
        FilterNode? filter,
        JsonElement values,
        WriteOptions options,
        CancellationToken cancellationToken
    )
    {
        var plan = PlanOf(session, association.Relation.Target);
        var draft = _input.ReadForUpdate(session, plan, values, new ValueScope(options, IsUpdate: true));
        if (!await UpdateAsync(session, plan, key, filter, draft, cancellationToken))
        {
            return null;
        }

        await _linked.ShowThroughAsync(session, association, draft, cancellationToken);
        return draft.ToWritten();
    }

    /// <summary>Adds, replaces, removes or toggles links of a source record.</summary>
    /// <param name="session">The write it belongs to.</param>
    /// <param name="association">The relation and its source record.</param>
    /// <param name="action">What happens to the links.</param>
    /// <param name="targets">Keys of targets; for belongsToMany also <c>[key, {through values}]</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <exception cref="Core.Errors.NotFoundException">The source record does not exist.</exception>
    public Task ChangeLinksAsync(
        WriteSession session,
        AssociationScope association,
        LinkAction action,
        IReadOnlyList<JsonElement> targets,
        CancellationToken cancellationToken
    ) => _links.RunAsync(session, association, action, targets, cancellationToken);

    /// <summary>Adds, replaces or removes elements of a field that holds an array.</summary>
    /// <exception cref="Core.Errors.NotFoundException">The record does not exist.</exception>
    public Task ChangeArrayAsync(
        WriteSession session,
        ColumnField field,
        RecordKey key,
        LinkAction action,
        IReadOnlyList<JsonElement> elements,
        CancellationToken cancellationToken
    ) => _arrays.RunAsync(session, field, key, action, elements, cancellationToken);

    /// <summary>Moves a record in a sorted list.</summary>
    public Task MoveAsync(
        WriteSession session,
        Collection collection,
        RecordMove move,
        CancellationToken cancellationToken
    ) => _mover.MoveAsync(session, PlanOf(session, collection), move, cancellationToken);

    internal WritePlan PlanOf(WriteSession session, Collection collection) => _plans.Of(session, collection);

    internal async Task InsertAsync(
        WriteSession session,
        WritePlan plan,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        if (drafts.Count == 0)
        {
            return;
        }

        await _associations.WriteBeforeAsync(session, drafts, cancellationToken);
        foreach (var draft in drafts)
        {
            InsertDefaults.Apply(session, draft);
        }

        var changes = await _inserter.InsertAsync(session, plan, drafts, cancellationToken);
        await _associations.WriteAfterAsync(session, drafts, cancellationToken);
        await RecordInserter.AnnounceAsync(session, plan, changes, cancellationToken);
    }

    internal Task<bool> UpdateAsync(
        WriteSession session,
        WritePlan plan,
        RecordKey key,
        FilterNode? filter,
        RecordDraft draft,
        CancellationToken cancellationToken
    ) => _updater.UpdateAsync(session, plan, key, filter, draft, cancellationToken);
}
