using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Writing;

/// <summary>Write plans of the collections of a snapshot, made when first needed.</summary>
internal sealed class WritePlans
{
    private readonly ConditionalWeakTable<SchemaSnapshot, SnapshotPlans> _snapshots = [];

    public WritePlan Of(WriteSession session, Collection collection) => Plans(session).Of(session, collection);

    /// <summary>Key columns elsewhere that point to records of the collection.</summary>
    public IReadOnlyList<Reference> ReferencesTo(WriteSession session, Collection collection) =>
        Plans(session).References.To(collection);

    private SnapshotPlans Plans(WriteSession session) =>
        _snapshots.GetValue(session.Schema, static schema => new SnapshotPlans(schema));

    private sealed class SnapshotPlans(SchemaSnapshot schema)
    {
        private readonly ConcurrentDictionary<Collection, WritePlan> _plans = new();
        private readonly HashSet<ColumnField> _relationKeys =
        [
            .. schema.Collections.SelectMany(c => c.Relations).SelectMany(KeysOf),
        ];

        public References References { get; } = new(schema);

        public WritePlan Of(WriteSession session, Collection collection) =>
            _plans.GetOrAdd(collection, c => new WritePlan(c, session.Database.Dialect, _relationKeys));

        private static IEnumerable<ColumnField> KeysOf(Relation relation) =>
            relation switch
            {
                BelongsTo to => [to.ForeignKey, to.TargetKey],
                HasOne one => [one.ForeignKey, one.SourceKey],
                HasMany many => [many.ForeignKey, many.SourceKey, many.TargetKey],
                BelongsToMany many => [many.ForeignKey, many.OtherKey, many.SourceKey, many.TargetKey],
                _ => [],
            };
    }
}
