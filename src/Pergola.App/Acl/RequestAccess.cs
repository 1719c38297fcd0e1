using Pergola.App.Acl.Rules;
using Pergola.Data.Schema;

namespace Pergola.App.Acl;

/// <summary>What the caller of one request may see and do, collection by collection.</summary>
public sealed class RequestAccess(PermissionBook book, IReadOnlyList<string> roles)
{
    private readonly Dictionary<(Collection Collection, string Action), Permission?> _known = [];

    /// <summary>Whether the caller may change what a relation leads to where they may change its source.</summary>
    public bool MayLink(Relation relation) => book.MayLink(roles, relation);

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
}
