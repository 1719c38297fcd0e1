using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Writing;

/// <summary>A key column that points to records of another collection, with the one rule of the relation's sides.</summary>
/// <param name="ForeignKey">The column that points.</param>
/// <param name="Referenced">The column pointed to.</param>
/// <param name="Relation">A field that declares it, for messages.</param>
internal sealed record Reference(ColumnField ForeignKey, ColumnField Referenced, OnDelete Rule, Relation Relation);

/// <summary>
/// Which columns point to which collection, over the whole snapshot. Both sides of a relation give the same reference:
/// an explicit rule wins over none, CASCADE over SET NULL, else the first.
/// </summary>
internal sealed class References
{
    private readonly ILookup<Collection, Reference> _byTarget;

    public References(SchemaSnapshot schema)
    {
        var merged = new Dictionary<(ColumnField ForeignKey, ColumnField Referenced), Reference>();
        foreach (var reference in schema.Collections.SelectMany(c => c.Relations).SelectMany(Of))
        {
            var key = (reference.ForeignKey, reference.Referenced);
            merged[key] = merged.TryGetValue(key, out var other) ? Merge(other, reference) : reference;
        }

        _byTarget = merged
            .Values.Where(r => !IsReadOnly(r.ForeignKey.Collection))
            .ToLookup(r => r.Referenced.Collection);
    }

    public IReadOnlyList<Reference> To(Collection collection) => [.. _byTarget[collection]];

    private static IEnumerable<Reference> Of(Relation relation) =>
        relation switch
        {
            BelongsTo to => [new Reference(to.ForeignKey, to.TargetKey, to.OnDelete, to)],
            HasOne one => [new Reference(one.ForeignKey, one.SourceKey, one.OnDelete, one)],
            HasMany many => [new Reference(many.ForeignKey, many.SourceKey, many.OnDelete, many)],
            // Through rows mean nothing without either end, whatever the relation says.
            BelongsToMany many =>
            [
                new Reference(many.ForeignKey, many.SourceKey, OnDelete.Cascade, many),
                new Reference(many.OtherKey, many.TargetKey, OnDelete.Cascade, many),
            ],
            _ => [],
        };

    private static Reference Merge(Reference first, Reference second)
    {
        if (second.Rule == OnDelete.Unspecified || first.Relation is BelongsToMany)
        {
            return first;
        }

        var secondWins =
            first.Rule == OnDelete.Unspecified
            || second.Relation is BelongsToMany
            || (first.Rule == OnDelete.SetNull && second.Rule == OnDelete.Cascade);
        return secondWins ? second : first;
    }

    private static bool IsReadOnly(Collection collection) =>
        (collection.Definition.Flag("view") ?? false) || collection.Definition.Text("sql") is not null;
}
