using Pergola.Data.Schema;

namespace Pergola.Data.Relations;

/// <summary>
/// To many over a through collection: <c>through.foreignKey = source.sourceKey</c> and
/// <c>through.otherKey = target.targetKey</c>.
/// </summary>
public sealed class BelongsToMany(
    Collection collection,
    FieldDefinition definition,
    Collection target,
    Collection through,
    ColumnField foreignKey,
    ColumnField otherKey,
    ColumnField sourceKey,
    ColumnField targetKey
) : Relation(collection, definition, target)
{
    public Collection Through { get; } = through;

    /// <summary>Column of the through collection.</summary>
    public ColumnField ForeignKey { get; } = foreignKey;

    /// <summary>Column of the through collection.</summary>
    public ColumnField OtherKey { get; } = otherKey;

    public ColumnField SourceKey { get; } = sourceKey;

    public ColumnField TargetKey { get; } = targetKey;

    public override bool IsToMany => true;

    public override ColumnField LocalKey => SourceKey;
}
