using Pergola.App.Wire;
using Pergola.Core.Errors;

namespace Pergola.App.Actions;

/// <summary>Changing or deleting every record of a collection must not happen for want of a parameter.</summary>
internal sealed class FilterGuard : IPipelineStage
{
    public ValueTask RunAsync(ActionContext context)
    {
        var action = context.Route.Action;
        var isGuarded = action is "update" or "destroy" && context.Target.Collection is not null;
        if (!isGuarded || IsNarrowed(context.Params) || (action == "update" && context.Params.Flag("forceUpdate")))
        {
            return ValueTask.CompletedTask;
        }

        throw new BadRequestException(
            "to do {action} action, filter or filterByTk is required",
            [("action", action)],
            "filterByTk"
        );
    }

    private static bool IsNarrowed(ActionParams parameters) =>
        parameters.FilterByTk is not null || !FilterShape.IsEmpty(parameters.Filter);
}
