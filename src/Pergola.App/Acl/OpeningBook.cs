using Pergola.App.Acl.Rules;
using Pergola.App.Auth;

namespace Pergola.App.Acl;

/// <summary>Decides what is open to somebody without asking the rules for records, from memory alone.</summary>
public sealed class OpeningBook(AllowanceList allowances, PermissionBook book)
{
    /// <param name="isSignedIn">Whether the roles are those of somebody who can be named.</param>
    /// <param name="roles">The roles that count together.</param>
    public Opening Of(bool isSignedIn, IReadOnlyList<string> roles, string resource, string action)
    {
        if (isSignedIn && roles is [RoleNames.Root])
        {
            return Opening.Root;
        }

        return allowances.Find(resource, action) switch
        {
            Audience.Public => Opening.Everybody,
            not null => Opening.SignedIn,
            null => book.AllowsBySnippet(roles, resource, action) ? Opening.Snippet : Opening.None,
        };
    }
}
