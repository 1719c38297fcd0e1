using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.App.Acl;

/// <summary>
/// Lets an action through or refuses it, from memory alone. Permissions of roles are not known yet: besides open actions only
/// the role <c>root</c> may do anything.
/// </summary>
internal sealed class AclGate(AllowanceList allowances) : IPipelineStage
{
    private const string Root = "root";

    public ValueTask RunAsync(ActionContext context)
    {
        var audience = allowances.Find(context.Route.ResourceName, context.Route.Action);
        var isOpen = audience == Audience.Public || (audience == Audience.LoggedIn && context.User is not null);
        return isOpen || (context.User is not null && context.Role == Root)
            ? ValueTask.CompletedTask
            : throw new ForbiddenException();
    }
}
