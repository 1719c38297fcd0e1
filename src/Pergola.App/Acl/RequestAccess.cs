using Pergola.App.Acl.Rules;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.App.Acl;

/// <summary>What the caller of one request may see and do, collection by collection.</summary>
public sealed class RequestAccess(PermissionBook book, IReadOnlyList<string> roles)
{
    private readonly Dictionary<(Collection Collection, string Action), Permission?> _known = [];

    /// <summary>Whether the caller may change what a relation leads to where they may change its source.</summary>
    public bool MayLink(Relation relation) => book.MayLink(roles, relation);

    /// <summary>
    /// What a record must be within for the caller to change which others a relation of it leads to; null for none. Linking is
    /// a change of the source; the targets are not asked, unless they are the system's.
    /// </summary>
    public Permission? ToLink(Collection source, Relation relation) =>
        !IsCreator(relation)
        && MayLink(relation)
        && Of(source, ActionNames.Update) is { } permission
        && permission.Fields?.Contains(relation.Name, StringComparer.Ordinal) is not false
            ? permission
            : null;

    /// <summary>What the caller may do with the records of a collection; null for nothing.</summary>
    public Permission? Of(Collection collection, string action)
    {
        if (!_known.TryGetValue((collection, action), out var permission))
        {
            permission =
                action == ActionNames.View && book.AllowsBySnippet(roles, collection.Name, "list")
                    ? Permission.Everything
                    : book.Of(roles, collection, action);
            _known.Add((collection, action), permission);
        }

        return permission;
    }

    /// <summary>Who made or changed a record last is the server's to say: rights to own records hang on it.</summary>
    private static bool IsCreator(Relation relation)
    {
        var key = relation switch
        {
            BelongsTo r => r.ForeignKey,
            HasOne r => r.ForeignKey,
            HasMany r => r.ForeignKey,
            _ => null,
        };
        return key?.Role is FieldRole.CreatedById or FieldRole.UpdatedById;
    }
}
