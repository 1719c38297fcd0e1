using Pergola.Data.Schema;

namespace Pergola.Data.Relations;

/// <summary>To one; the key column is in the owning collection: <c>source.foreignKey = target.targetKey</c>.</summary>
public sealed class BelongsTo(
    Collection collection,
    FieldDefinition definition,
    Collection target,
    ColumnField foreignKey,
    ColumnField targetKey
) : Relation(collection, definition, target)
{
    public ColumnField ForeignKey { get; } = foreignKey;

    public ColumnField TargetKey { get; } = targetKey;

    public override bool IsToMany => false;

    public override ColumnField LocalKey => ForeignKey;

    public bool IsTreeParent { get; } = definition.Flag("treeParent") ?? false;
}
