using Pergola.App.Actions;

namespace Pergola.App.Wire;

/// <summary>Refuses a body that announces itself as too long, before any work is done for it.</summary>
internal sealed class BodyLimitStage(RequestBody body) : IPipelineStage
{
    public ValueTask RunAsync(ActionContext context)
    {
        if (!TakesFileAttribute.Applies(context))
        {
            body.CheckLength(context.Http.Request);
        }

        return ValueTask.CompletedTask;
    }
}
