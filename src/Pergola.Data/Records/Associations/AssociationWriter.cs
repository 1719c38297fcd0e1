using Pergola.Core.Errors;
using Pergola.Data.Records.Writing;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Associations;

/// <summary>
/// Writes the nested values of a batch of records, relation by relation: belongsTo before the records, because they hold
/// its key, the others after them.
/// </summary>
internal sealed class AssociationWriter(
    BelongsToWriter belongsTo,
    HasOneWriter hasOne,
    HasManyWriter hasMany,
    BelongsToManyWriter belongsToMany
)
{
    public async Task WriteBeforeAsync(
        WriteSession session,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        foreach (var (relation, inputs) in ByRelation(drafts))
        {
            if (relation is BelongsTo to)
            {
                await belongsTo.WriteAsync(session, to, inputs, cancellationToken);
            }
        }
    }

    public async Task WriteAfterAsync(
        WriteSession session,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var relations = ByRelation(drafts);
        RefuseSharedThrough(relations.Keys);
        foreach (var many in relations.Keys.OfType<BelongsToMany>())
        {
            ThroughRows.RefuseScoped(many);
        }

        foreach (var (relation, inputs) in relations)
        {
            var written = relation switch
            {
                HasOne one => hasOne.WriteAsync(session, one, inputs, cancellationToken),
                HasMany many => hasMany.WriteAsync(session, many, inputs, cancellationToken),
                BelongsToMany many => belongsToMany.WriteAsync(session, many, inputs, cancellationToken),
                _ => Task.CompletedTask,
            };
            await written;
        }
    }

    /// <summary>Value of the key that targets of a relation point to.</summary>
    public static object SourceKey(RecordDraft source, Relation relation) =>
        source.Row.Value(relation.LocalKey)
        ?? throw new BadRequestException(
            "{field} field value is empty",
            [("field", relation.LocalKey.Name)],
            relation.Name
        );

    /// <summary>The value that links a new target to its source.</summary>
    public static Dictionary<ColumnField, object?> Link(ColumnField foreignKey, object source) =>
        new() { [foreignKey] = StoredValue.As(foreignKey.ColumnType.Kind, source) };

    private static Dictionary<Relation, List<AssociationInput>> ByRelation(IReadOnlyList<RecordDraft> drafts)
    {
        var inputs = new Dictionary<Relation, List<AssociationInput>>();
        foreach (var draft in drafts)
        {
            foreach (var (relation, value) in draft.Associations)
            {
                if (!inputs.TryGetValue(relation, out var list))
                {
                    inputs.Add(relation, list = []);
                }

                list.Add(new AssociationInput(draft, value));
            }
        }

        return inputs;
    }

    /// <summary>Two values that both claim to be the whole set of the same through rows contradict each other.</summary>
    private static void RefuseSharedThrough(IReadOnlyCollection<Relation> relations)
    {
        var through = relations.OfType<BelongsToMany>().Select(r => r.Through).ToHashSet();
        if (relations.OfType<HasMany>().FirstOrDefault(r => through.Contains(r.Target)) is { } clash)
        {
            throw new BadRequestException(
                "The rows of {collection} cannot be written through two associations at once",
                [("collection", clash.Target.Name)],
                clash.Name
            );
        }
    }
}
