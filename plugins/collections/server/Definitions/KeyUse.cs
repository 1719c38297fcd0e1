using Pergola.Core.Errors;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>Which relations of the current snapshot stand on a column.</summary>
internal sealed class KeyUse(DefinitionDraft draft, SchemaSnapshot current)
{
    public void RefuseInUse(DraftCollection collection, ColumnField column)
    {
        foreach (var relation in current.Collections.SelectMany(c => c.Relations))
        {
            var use = relation switch
            {
                BelongsTo r when r.TargetKey == column => "targetKey",
                HasOne r when r.SourceKey == column => "sourceKey",
                HasMany r when r.SourceKey == column => "sourceKey",
                BelongsToMany r when r.SourceKey == column => "sourceKey",
                BelongsToMany r when r.TargetKey == column => "targetKey",
                _ => null,
            };
            if (use is not null && draft.Find(relation.Collection.Name)?.Find(relation.Name) is not null)
            {
                throw new BadRequestException(
                    "Can not delete field \"{field}\" in \"{collection}\", it is used by field \"{relation}\" in \"{owner}\" as \"{use}\"",
                    [
                        ("field", column.Name),
                        ("collection", collection.Name),
                        ("relation", relation.Name),
                        ("owner", relation.Collection.Name),
                        ("use", use),
                    ],
                    column.Name
                );
            }
        }
    }

    /// <summary>Relations whose foreign key is the column.</summary>
    public IEnumerable<(string Owner, string Relation)> RelationsOver(ColumnField column) =>
        current
            .Collections.SelectMany(c => c.Relations)
            .Where(relation =>
                relation switch
                {
                    BelongsTo r => r.ForeignKey == column,
                    HasOne r => r.ForeignKey == column,
                    HasMany r => r.ForeignKey == column,
                    BelongsToMany r => r.ForeignKey == column || r.OtherKey == column,
                    _ => false,
                }
            )
            .Select(r => (r.Collection.Name, r.Name));
}
