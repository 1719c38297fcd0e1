using Pergola.Data.Schema;

namespace Pergola.Data.Relations;

/// <summary>To many; the key column is in the target: <c>target.foreignKey = source.sourceKey</c>.</summary>
public sealed class HasMany(
    Collection collection,
    FieldDefinition definition,
    Collection target,
    ColumnField foreignKey,
    ColumnField sourceKey,
    ColumnField targetKey
) : Relation(collection, definition, target)
{
    public ColumnField ForeignKey { get; } = foreignKey;

    public ColumnField SourceKey { get; } = sourceKey;

    /// <summary>Column of the target that identifies an element in nested values.</summary>
    public ColumnField TargetKey { get; } = targetKey;

    public override bool IsToMany => true;

    public override ColumnField LocalKey => SourceKey;

    public bool IsTreeChildren { get; } = definition.Flag("treeChildren") ?? false;
}
