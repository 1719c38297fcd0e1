using Pergola.Data.Schema;

namespace Pergola.Data.Relations;

/// <summary>To one; the key column is in the target: <c>target.foreignKey = source.sourceKey</c>.</summary>
public sealed class HasOne(
    Collection collection,
    FieldDefinition definition,
    Collection target,
    ColumnField foreignKey,
    ColumnField sourceKey
) : Relation(collection, definition, target)
{
    public ColumnField ForeignKey { get; } = foreignKey;

    public ColumnField SourceKey { get; } = sourceKey;

    public override bool IsToMany => false;

    public override ColumnField LocalKey => SourceKey;
}
