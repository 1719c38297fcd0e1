using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records.Writing;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Associations;

/// <summary>What an association action does with links.</summary>
public enum LinkAction
{
    Add,
    Set,
    Remove,
    Toggle,
}

/// <summary>The association actions: links of one source record change, its targets and itself stay as they are.</summary>
internal sealed class LinkActions(
    StatementRunner statements,
    TargetWriter targets,
    ForeignKeys foreignKeys,
    ThroughRows throughRows
)
{
    public async Task RunAsync(
        WriteSession session,
        AssociationScope association,
        LinkAction action,
        IReadOnlyList<JsonElement> elements,
        CancellationToken cancellationToken
    )
    {
        await LinkedRecords.RequireSourceAsync(session, statements, association, cancellationToken);
        var run = association.Relation switch
        {
            BelongsTo to => RunAsync(session, to, association.SourceKey, action, elements, cancellationToken),
            HasOne one => RunAsync(session, one, association.SourceKey, action, elements, cancellationToken),
            HasMany many => RunAsync(session, many, association.SourceKey, action, elements, cancellationToken),
            BelongsToMany many => RunAsync(session, many, association.SourceKey, action, elements, cancellationToken),
            var other => throw new NotSupportedException(other.Definition.Type),
        };
        await run;
    }

    private async Task RunAsync(
        WriteSession session,
        BelongsTo relation,
        object source,
        LinkAction action,
        IReadOnlyList<JsonElement> elements,
        CancellationToken cancellationToken
    )
    {
        var own = LinkedRecords.SourceColumn(relation);
        RefuseManyActions(relation, action);
        var keys = Keys(session, relation, relation.TargetKey, elements);
        RefuseMany(relation, keys);
        if (action == LinkAction.Set && keys.Count == 1)
        {
            await foreignKeys.LinkAsync(
                session,
                relation.ForeignKey,
                keys[0].Key,
                own,
                [source],
                stamps: false,
                cancellationToken
            );
            return;
        }

        await foreignKeys.ClearAsync(session, relation.ForeignKey, own, source, cancellationToken);
    }

    private async Task RunAsync(
        WriteSession session,
        HasOne relation,
        object source,
        LinkAction action,
        IReadOnlyList<JsonElement> elements,
        CancellationToken cancellationToken
    )
    {
        RefuseManyActions(relation, action);
        var key = TargetWriter.PrimaryKey(relation);
        var keys = Keys(session, relation, key, elements);
        RefuseMany(relation, keys);
        IReadOnlyList<object?> kept = [];
        if (action == LinkAction.Set)
        {
            kept = [.. keys.Select(k => k.Key)];
            await RequireAllAsync(session, key, keys, cancellationToken);
        }

        await ReplaceAsync(session, relation.ForeignKey, source, key, kept, cancellationToken);
    }

    private async Task RunAsync(
        WriteSession session,
        HasMany relation,
        object source,
        LinkAction action,
        IReadOnlyList<JsonElement> elements,
        CancellationToken cancellationToken
    )
    {
        RefuseToggle(relation, action);
        var key = TargetWriter.ElementKey(relation);
        var keys = Keys(session, relation, key, elements);
        IReadOnlyList<object?> values = [.. keys.Select(k => k.Key)];
        if (action == LinkAction.Remove)
        {
            RequireElements(relation, keys);
            await foreignKeys.UnlinkAsync(
                session,
                relation.ForeignKey,
                [source],
                sql => sql.Append(" AND ").AppendIn(key, values),
                stamps: true,
                cancellationToken
            );
            return;
        }

        await RequireAllAsync(session, key, keys, cancellationToken);
        if (action == LinkAction.Set)
        {
            await ReplaceAsync(session, relation.ForeignKey, source, key, values, cancellationToken);
            return;
        }

        RequireElements(relation, keys);
        await foreignKeys.LinkAsync(session, relation.ForeignKey, source, key, values, stamps: true, cancellationToken);
    }

    private async Task RunAsync(
        WriteSession session,
        BelongsToMany relation,
        object source,
        LinkAction action,
        IReadOnlyList<JsonElement> elements,
        CancellationToken cancellationToken
    )
    {
        ThroughRows.RefuseScoped(relation);
        var key = TargetWriter.ElementKey(relation);
        var given = Keys(session, relation, key, elements);
        if (action != LinkAction.Set)
        {
            RequireElements(relation, given);
        }

        if (action == LinkAction.Toggle)
        {
            RefuseMany(relation, given);
        }

        var from = StoredValue.As(relation.ForeignKey.ColumnType.Kind, source)!;
        var found = await FindLinksAsync(session, relation, from, key, given, cancellationToken);
        if (found.Count == 0 && given.Count > 0 && action != LinkAction.Remove)
        {
            throw Missing(key, given[0]);
        }

        var before = await throughRows.ReadAsync(session, relation, [from], cancellationToken);
        var linked = before.GetValueOrDefault(from) ?? [];
        var named = found.Select(l => l.Target).ToHashSet();
        List<object> removed = action switch
        {
            LinkAction.Set => [.. linked.Except(named)],
            LinkAction.Remove or LinkAction.Toggle => [.. linked.Intersect(named)],
            _ => [],
        };
        await throughRows.DeleteAsync(session, relation, from, [.. removed], cancellationToken);
        if (action != LinkAction.Remove)
        {
            var added = found.Where(l => !linked.Contains(l.Target));
            await throughRows.InsertAsync(session, relation, [.. added], cancellationToken);
        }
    }

    /// <summary>The given keys that exist, as links; the others are dropped.</summary>
    private async Task<List<ThroughLink>> FindLinksAsync(
        WriteSession session,
        BelongsToMany relation,
        object source,
        ColumnField key,
        List<TargetKey> given,
        CancellationToken cancellationToken
    )
    {
        if (given.Count == 0)
        {
            return [];
        }

        var rows = await targets.RowsAsync(session, key, given.Select(g => g.Key), cancellationToken);
        var scope = new ValueScope(WriteOptions.Default, IsUpdate: true);
        return
        [
            .. given
                .DistinctBy(g => g.Key)
                .Where(g => rows.ContainsKey(g.Key))
                .Select(g => new ThroughLink(source, ThroughRows.TargetKey(rows[g.Key], relation), g.Through, scope)),
        ];
    }

    private async Task ReplaceAsync(
        WriteSession session,
        ColumnField foreignKey,
        object source,
        ColumnField key,
        IReadOnlyList<object?> kept,
        CancellationToken cancellationToken
    )
    {
        await foreignKeys.UnlinkAsync(
            session,
            foreignKey,
            [source],
            kept.Count == 0 ? null : sql => HasManyWriter.AppendOthers(sql, key, kept),
            stamps: true,
            cancellationToken
        );
        await foreignKeys.LinkAsync(session, foreignKey, source, key, kept, stamps: true, cancellationToken);
    }

    private async Task RequireAllAsync(
        WriteSession session,
        ColumnField key,
        List<TargetKey> keys,
        CancellationToken cancellationToken
    )
    {
        if (keys.Count == 0)
        {
            return;
        }

        var rows = await targets.RowsAsync(session, key, keys.Select(k => k.Key), cancellationToken);
        if (keys.Find(k => !rows.ContainsKey(k.Key)) is { } missing)
        {
            throw Missing(key, missing);
        }
    }

    private static List<TargetKey> Keys(
        WriteSession session,
        Relation relation,
        ColumnField key,
        IReadOnlyList<JsonElement> elements
    )
    {
        var keys = new List<TargetKey>(elements.Count);
        foreach (var element in elements)
        {
            var (given, through) = (element, JsonText.EmptyObject);
            if (
                element.ValueKind == JsonValueKind.Array
                && relation is BelongsToMany
                && element.GetArrayLength() == 2
                && element[1].ValueKind == JsonValueKind.Object
            )
            {
                (given, through) = (element[0], element[1]);
            }

            if (
                given.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null
                || key.Type.Parse(given, key, session.Values) is not { } parsed
            )
            {
                throw new BadRequestException(
                    "The elements for {association} must be keys",
                    [("association", $"{relation.Collection.Name}.{relation.Name}")],
                    relation.Name
                );
            }

            keys.Add(new TargetKey(parsed, given, through));
        }

        return keys;
    }

    private static void RequireElements(Relation relation, List<TargetKey> keys)
    {
        if (keys.Count == 0)
        {
            throw new BadRequestException(
                "Keys are required for {association}",
                [("association", $"{relation.Collection.Name}.{relation.Name}")],
                "filterByTk"
            );
        }
    }

    private static void RefuseMany(Relation relation, List<TargetKey> keys)
    {
        if (keys.Count > 1)
        {
            throw new BadRequestException(
                "Only one key is possible for {association}",
                [("association", $"{relation.Collection.Name}.{relation.Name}")],
                relation.Name
            );
        }
    }

    private static void RefuseManyActions(Relation relation, LinkAction action)
    {
        if (action is LinkAction.Add or LinkAction.Toggle)
        {
            throw NotPossible(relation, action);
        }
    }

    private static void RefuseToggle(Relation relation, LinkAction action)
    {
        if (action == LinkAction.Toggle)
        {
            throw NotPossible(relation, action);
        }
    }

    private static BadRequestException NotPossible(Relation relation, LinkAction action) =>
        new(
            "{action} is not possible for {association}",
            [
                ("action", action == LinkAction.Add ? "add" : "toggle"),
                ("association", $"{relation.Collection.Name}.{relation.Name}"),
            ],
            relation.Name
        );

    private static BadRequestException Missing(ColumnField key, TargetKey missing) =>
        new(
            "{collection} has no record with {field} {key}",
            [("collection", key.Collection.Name), ("field", key.Name), ("key", missing.Given.ToString())],
            "filterByTk"
        );

    private sealed record TargetKey(object Key, JsonElement Given, JsonElement Through);
}
