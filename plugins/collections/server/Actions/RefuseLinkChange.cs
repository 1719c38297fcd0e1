using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.Plugins.Collections.Actions;

/// <summary>
/// Stands where links would be changed: which collection a field belongs to is part of its definition, and moving it would
/// leave its column behind.
/// </summary>
internal sealed class RefuseLinkChange : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        throw new BadRequestException(
            "Action {action} cannot be applied to the fields of a collection",
            [("action", context.Route.Action)],
            context.Route.Action
        );
}
