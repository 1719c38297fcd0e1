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

    /// <summary>
    /// Flags of through rows that a relation to only some of the links asks for (<c>throughScope</c>). It is for reading:
    /// what links and unlinks there is for the plugin that defines it to say.
    /// </summary>
    public IReadOnlyList<KeyValuePair<ColumnField, bool>> ThroughScope { get; init; } = [];

    public override bool IsToMany => true;

    public override ColumnField LocalKey => SourceKey;
}
