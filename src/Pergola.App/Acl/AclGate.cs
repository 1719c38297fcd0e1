using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;

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
        switch (allowances.Find(context.Route.ResourceName, context.Route.Action))
        {
            case Audience.Public:
            case Audience.LoggedIn when context.User is not null:
            case null when context.User is not null && context.Role == Root:
                return ValueTask.CompletedTask;
            case Audience.Creator when context.User is { } user:
                context.Params = context.Params.AndFilter(
                    JsonSerializer.SerializeToElement(
                        new Dictionary<string, long> { ["createdById"] = user.Id },
                        JsonText.Serializer
                    )
                );
                return ValueTask.CompletedTask;
            default:
                throw new ForbiddenException();
        }
    }
}
