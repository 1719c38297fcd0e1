using Microsoft.Extensions.DependencyInjection;

namespace Pergola.App.Actions;

/// <summary>Runs the action. One that assigns no result answers an empty object.</summary>
internal sealed class RunActionStage : IPipelineStage
{
    public async ValueTask RunAsync(ActionContext context)
    {
        var action = (IAction)context.Services.GetRequiredService(context.Target.Action);
        await action.ExecuteAsync(context);
        if (!context.Response.IsWritten && !context.Http.Response.HasStarted)
        {
            await context.WriteEmptyObjectAsync();
        }
    }
}
