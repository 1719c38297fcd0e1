using Pergola.App.Acl.Rules;
using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Plugins.Acl.Roles;
using Pergola.Plugins.UiLayout.Routes;

namespace Pergola.Plugins.UiLayout.Access;

/// <summary>
/// Nobody shows themselves more by managing menus: a role is linked with an entry, whatever way is taken, by those who may say
/// what roles see. The role that sees everything has no links.
/// </summary>
internal sealed class GuardRouteLinks(PermissionBook book) : IRecordHandler
{
    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var kind = RouteKind.Of(change.Collection.Name);
        if (RolePower.IsLimited(session) && !book.AllowsBySnippet(session.Values.Roles, kind.OfRoles, "add"))
        {
            throw new ForbiddenException();
        }

        if (RouteLink.RolesOf(change).Contains(RoleNames.Root, StringComparer.Ordinal))
        {
            throw new BadRequestException("The role {role} sees every page anyway", [("role", RoleNames.Root)], "role");
        }

        return ValueTask.CompletedTask;
    }
}
