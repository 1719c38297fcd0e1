using Pergola.App.Acl.Rules;
using Pergola.Core.Errors;
using Pergola.Data.Records;

namespace Pergola.Plugins.Acl.Roles;

/// <summary>
/// Who may give and take a role: those who may do all that it may, or who may change roles anyway. The role <c>root</c> is
/// given and taken by its holders only. For every plugin by which people come to roles.
/// </summary>
public sealed class RolePower(PermissionBook book)
{
    private const string Root = "root";

    /// <summary>Whether a write belongs to a request that has limits; the server's own writes have none.</summary>
    public static bool IsLimited(WriteSession session) =>
        !session.Values.IsUnlimited && session.Values is not { UserId: null, Roles.Count: 0 };

    /// <summary>Whether the caller may write roles themselves.</summary>
    public bool MayChangeRoles(WriteSession session) =>
        !IsLimited(session) || book.AllowsBySnippet(session.Values.Roles, "roles", "update");

    public bool MayGive(string role, WriteSession session) =>
        !IsLimited(session)
        || (role != Root && (MayChangeRoles(session) || book.Covers(session.Values.Roles, role, session.Schema)));

    /// <exception cref="ForbiddenException">One of the roles is not the caller's to give.</exception>
    public void RequireGiving(IEnumerable<string> roles, WriteSession session)
    {
        if (roles.Any(role => !MayGive(role, session)))
        {
            throw new ForbiddenException();
        }
    }
}
