using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records.Writing;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Associations;

/// <summary>Finds, updates and creates the targets of nested values, for all sources of a batch together.</summary>
internal sealed class TargetWriter(RecordWriter writer, WritePlans plans, InputReader input, StatementRunner statements)
{
    /// <summary>The column that tells targets of a to-many relation apart in nested values.</summary>
    public static ColumnField ElementKey(Relation relation)
    {
        var targetKey = relation switch
        {
            HasMany many => many.TargetKey,
            BelongsToMany many => many.TargetKey,
            _ => throw new ArgumentException("Only to-many relations have elements.", nameof(relation)),
        };
        return targetKey.IsPrimaryKey || targetKey.IsUnique ? targetKey : PrimaryKey(relation);
    }

    public static ColumnField PrimaryKey(Relation relation) =>
        relation.Target.PrimaryKey is [var key]
            ? key
            : throw new BadRequestException(
                "The records of {collection} cannot be told apart by one key",
                [("collection", relation.Target.Name)],
                relation.Name
            );

    /// <summary>Looks the keys of all elements up in one statement.</summary>
    public async Task FindAsync(
        WriteSession session,
        ColumnField key,
        IEnumerable<Element> elements,
        CancellationToken cancellationToken
    )
    {
        var keyed = elements.Where(e => e.Key is not null).ToList();
        if (keyed.Count == 0)
        {
            return;
        }

        var rows = await RowsAsync(session, key, keyed.Select(e => e.Key), cancellationToken);
        foreach (var element in keyed)
        {
            element.Row = rows.GetValueOrDefault(element.Key!);
        }
    }

    public async Task<Dictionary<object, StoredRow>> RowsAsync(
        WriteSession session,
        ColumnField key,
        IEnumerable<object?> values,
        CancellationToken cancellationToken
    )
    {
        var plan = plans.Of(session, key.Collection);
        var asked = values.Distinct().ToList();
        var rows = await statements.SelectRowsAsync(session, plan, sql => sql.AppendIn(key, asked), cancellationToken);
        var found = new Dictionary<object, StoredRow>();
        foreach (var row in rows)
        {
            found.TryAdd(row.Value(key)!, row);
        }

        return found;
    }

    /// <summary>
    /// Updates existing targets where the request says so; elsewhere only the associations nested in them are written.
    /// </summary>
    public async Task UpdateExistingAsync(
        WriteSession session,
        Relation relation,
        ColumnField key,
        IEnumerable<Element> elements,
        CancellationToken cancellationToken
    )
    {
        var plan = plans.Of(session, relation.Target);
        foreach (var element in elements.Where(e => e is { IsObject: true, Row.Key: not null }))
        {
            var source = element.Source.Scope;
            var updates = source.UpdatesTargets(relation);
            if (!updates && !HasNested(plan.Collection, element.Value))
            {
                continue;
            }

            var scope = source.Into(relation.Name, relation) with
            {
                OnlyColumns = updates ? OwnColumns(plan.Collection, relation, key) : [],
                ShowsWholeTargets = updates,
            };
            var draft = input.ReadForUpdate(session, plan, element.Value, scope);
            if (await writer.UpdateAsync(session, plan, element.Row!.Key!, filter: null, draft, cancellationToken))
            {
                element.Row = draft.Row;
                element.Record = updates ? draft.ToWritten() : null;
            }
        }
    }

    /// <summary>Creates the targets of objects that name no existing one, in one batch.</summary>
    public async Task CreateMissingAsync(
        WriteSession session,
        Relation relation,
        ColumnField key,
        IEnumerable<Element> elements,
        Func<Element, Dictionary<ColumnField, object?>?> forced,
        CancellationToken cancellationToken
    )
    {
        var plan = plans.Of(session, relation.Target);
        var created = new List<(Element Element, RecordDraft Draft)>();
        var again = new List<(Element Element, RecordDraft First)>();
        var byKey = new Dictionary<object, RecordDraft>();
        foreach (var element in elements.Where(e => e is { IsObject: true, Row: null }))
        {
            if (element.Key is not null && byKey.TryGetValue(element.Key, out var first))
            {
                again.Add((element, first));
                continue;
            }

            var scope = element.Source.Scope.Into(relation.Name, relation);
            if (IsReduced(element, relation))
            {
                scope = scope with { OnlyColumns = [key] };
            }

            var draft = input.ReadForInsert(session, plan, element.Value, scope, forced(element));
            created.Add((element, draft));
            if (element.Key is not null)
            {
                // A whitelist of nested names restricts properties, not which record is meant.
                draft.Values[key] = element.Key;
                draft.IsFresh = false;
                byKey.Add(element.Key, draft);
            }
        }

        await writer.InsertAsync(session, plan, [.. created.Select(c => c.Draft)], cancellationToken);
        foreach (var (element, draft) in created.Concat(again))
        {
            element.Row = draft.Row;
            element.Record = draft.ToWritten();
            element.IsNew = true;
        }
    }

    /// <summary>How an element of a to-many association appears in the response.</summary>
    public static ITargetResult ToResult(Element element, ColumnField key) =>
        (element.Record, element.IsObject && !element.Source.Scope.ShowsWholeTargets) switch
        {
            ({ } record, _) => new WholeTarget(record),
            (null, true) => new LinkedTarget(key, element.KeyJson),
            _ => new WholeTarget(new WrittenRecord(element.Row!)),
        };

    /// <summary>On update an object with a key is a link, unless its path is listed.</summary>
    private static bool IsReduced(Element element, Relation relation) =>
        element.Source.Scope.IsUpdate && element.Key is not null && !element.Source.Scope.UpdatesTargets(relation);

    private static bool HasNested(Collection target, JsonElement value) =>
        value.EnumerateObject().Any(p => target.TryGetRelation(p.Name, out _));

    /// <summary>What an update of an existing target may change: neither its key nor the link itself.</summary>
    private static List<ColumnField> OwnColumns(Collection target, Relation relation, ColumnField key)
    {
        var link = relation switch
        {
            HasOne one => one.ForeignKey,
            HasMany many => many.ForeignKey,
            _ => null,
        };
        return [.. target.Columns.Where(c => c != link && c != key)];
    }

    /// <summary>Values of a through row given inside an element.</summary>
    public static JsonElement ThroughValues(Element element, BelongsToMany relation) =>
        element.IsObject
        && element.Value.TryGetProperty(relation.Through.Name, out var values)
        && values.ValueKind == JsonValueKind.Object
            ? values
            : JsonText.EmptyObject;
}
