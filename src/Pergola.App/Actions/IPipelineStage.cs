namespace Pergola.App.Actions;

/// <summary>One step between the route and the action. It refuses by throwing.</summary>
internal interface IPipelineStage
{
    ValueTask RunAsync(ActionContext context);
}
