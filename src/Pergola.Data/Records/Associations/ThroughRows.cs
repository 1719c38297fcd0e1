using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Records.Writing;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Associations;

/// <summary>A row of a through collection: the two keys and the other values given for it.</summary>
internal sealed record ThroughLink(object Source, object Target, JsonElement Values, ValueScope Scope);

/// <summary>Reads and writes the rows between the two sides of a belongsToMany.</summary>
internal sealed class ThroughRows(
    RecordWriter writer,
    WritePlans plans,
    InputReader input,
    StatementRunner statements,
    RecordDestroyer destroyer
)
{
    /// <summary>Value of the target's key as through rows hold it.</summary>
    public static object TargetKey(StoredRow target, BelongsToMany relation) =>
        StoredValue.As(relation.OtherKey.ColumnType.Kind, target.Value(relation.TargetKey))
        ?? throw new BadRequestException(
            "{field} field value is empty",
            [("field", relation.TargetKey.Name)],
            relation.Name
        );

    /// <summary>Whether a record that is linked otherwise is to be linked here too is not for a relation to guess.</summary>
    public static void RefuseScoped(BelongsToMany relation)
    {
        if (relation.ThroughScope.Count > 0)
        {
            throw new BadRequestException(
                "{association} shows some of the links of another relation and cannot be written itself",
                [("association", $"{relation.Collection.Name}.{relation.Name}")],
                relation.Name
            );
        }
    }

    /// <summary>Keys of the linked targets by source, in one statement.</summary>
    public async Task<Dictionary<object, HashSet<object>>> ReadAsync(
        WriteSession session,
        BelongsToMany relation,
        IReadOnlyList<object?> sources,
        CancellationToken cancellationToken
    )
    {
        var links = new Dictionary<object, HashSet<object>>();
        if (sources.Count == 0)
        {
            return links;
        }

        var rows = await statements.SelectValuesAsync(
            session,
            [relation.ForeignKey, relation.OtherKey],
            sql => sql.AppendIn(relation.ForeignKey, sources),
            cancellationToken
        );
        foreach (var row in rows)
        {
            if (!links.TryGetValue(row[0]!, out var targets))
            {
                links.Add(row[0]!, targets = []);
            }

            if (row[1] is { } target)
            {
                targets.Add(target);
            }
        }

        return links;
    }

    public async Task InsertAsync(
        WriteSession session,
        BelongsToMany relation,
        IReadOnlyList<ThroughLink> links,
        CancellationToken cancellationToken
    )
    {
        if (links.Count == 0)
        {
            return;
        }

        var plan = plans.Of(session, relation.Through);
        var drafts = links.Select(link =>
            input.ReadForInsert(
                session,
                plan,
                link.Values,
                link.Scope,
                new Dictionary<ColumnField, object?>
                {
                    [relation.ForeignKey] = link.Source,
                    [relation.OtherKey] = link.Target,
                }
            )
        );
        await writer.InsertAsync(session, plan, [.. drafts], cancellationToken);
    }

    /// <summary>Changes the other values of an existing row.</summary>
    public async Task UpdateAsync(
        WriteSession session,
        BelongsToMany relation,
        ThroughLink link,
        CancellationToken cancellationToken
    )
    {
        if (!link.Values.EnumerateObject().Any())
        {
            return;
        }

        var plan = plans.Of(session, relation.Through);
        var columns = plan.Collection.Columns.Where(c => c != relation.ForeignKey && c != relation.OtherKey);
        var scope = link.Scope with { OnlyColumns = [.. columns] };
        var draft = input.ReadForUpdate(session, plan, link.Values, scope);
        var key = new RecordKey([relation.ForeignKey, relation.OtherKey], [link.Source, link.Target]);
        await writer.UpdateAsync(session, plan, key, filter: null, draft, cancellationToken);
    }

    public async Task DeleteAsync(
        WriteSession session,
        BelongsToMany relation,
        object source,
        IReadOnlyList<object?> targets,
        CancellationToken cancellationToken
    )
    {
        if (targets.Count > 0)
        {
            await destroyer.DestroyWhereAsync(
                session,
                relation.Through,
                sql =>
                {
                    sql.AppendEqual(relation.ForeignKey, source).Append(" AND ");
                    sql.AppendIn(relation.OtherKey, targets);
                },
                cancellationToken
            );
        }
    }
}
