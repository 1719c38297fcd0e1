using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.App.Acl;

/// <summary>
/// Lets an action through or refuses it, and narrows what it reaches, from memory alone. Permissions of roles are not known
/// yet: besides open actions only the role <c>root</c> may do anything.
/// </summary>
internal sealed class AclGate(AllowanceList allowances, FixedFilterList filters) : IPipelineStage
{
    private const string Root = "root";

    public ValueTask RunAsync(ActionContext context)
    {
        var (resource, action) = (context.Route.ResourceName, context.Route.Action);
        var isOpen = allowances.Find(resource, action) switch
        {
            null => context.User is not null && context.Role == Root,
            Audience.Public => true,
            _ => context.User is not null,
        };
        if (!isOpen)
        {
            throw new ForbiddenException();
        }

        foreach (var filter in filters.Find(resource, action))
        {
            context.Params = context.Params.AndFilter(filter.Condition);
        }

        return ValueTask.CompletedTask;
    }
}
