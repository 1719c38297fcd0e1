using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.Data.Schema;

namespace Pergola.App.Acl.Explaining;

/// <summary>Asks for somebody what the gate would ask for their request, and keeps the answers apart.</summary>
public sealed class RightsExplainer(
    OpeningBook openings,
    PermissionBook book,
    FixedFilterList filters,
    ActionRegistry actions
)
{
    /// <param name="roles">All roles of somebody who is signed in.</param>
    /// <param name="acting">Those whose rights count together.</param>
    public IReadOnlyList<ActionExplanation> Explain(
        IReadOnlyList<string> roles,
        IReadOnlyList<string> acting,
        Collection collection
    )
    {
        var access = new RequestAccess(book, acting);
        return [.. ActionNames.All.Select(action => Explain(action, roles, acting, collection, access))];
    }

    private ActionExplanation Explain(
        string action,
        IReadOnlyList<string> roles,
        IReadOnlyList<string> acting,
        Collection collection,
        RequestAccess access
    )
    {
        var request = ActionNames.RequestOf(action);
        var isOffered = actions.TryFind(collection.Name, request, hasCollection: true, out _);
        var opening =
            acting.Count == 0 ? Opening.None : openings.Of(isSignedIn: true, acting, collection.Name, request);
        var permission = (isOffered, opening) switch
        {
            (false, _) => null,
            (_, Opening.None) => ActionNames.Needed.ContainsKey(request) ? access.Of(collection, action) : null,
            _ => Permission.Everything,
        };
        return new ActionExplanation(
            action,
            isOffered,
            opening,
            permission,
            filters.Find(collection.Name, request),
            ActionNames.Shows(action)
                ? HiddenFrom(permission, collection, opening == Opening.Root ? null : access)
                : null,
            [.. roles.Select(role => Explain(role, acting, collection, action, request))]
        );
    }

    private RoleExplanation Explain(
        string role,
        IReadOnlyList<string> acting,
        Collection collection,
        string action,
        string request
    ) =>
        new(
            role,
            acting.Contains(role, StringComparer.Ordinal),
            openings.Of(isSignedIn: true, [role], collection.Name, request),
            book.SnippetOf(role, collection.Name, request),
            book.Decide(role, collection, action)
        );

    private static IReadOnlyList<string>? HiddenFrom(
        Permission? permission,
        Collection collection,
        RequestAccess? access
    ) =>
        permission is null
            ? null
            :
            [
                .. collection
                    .Columns.Concat<Field>(collection.Relations)
                    .Where(field => !QueryGuard.IsSeen(field, permission, access))
                    .Select(field => field.Name),
            ];
}
