using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Plugins.FlowEngine.Models;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary><c>flowModels:move</c>: puts a part of a page before or after another one.</summary>
internal sealed class MoveFlowModel(RecordWrites writes, FlowModelMover mover) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var (source, target) = (context.Required("sourceId"), context.Required("targetId"));
        var isAfter = context.Required("position") switch
        {
            "before" => false,
            "after" => true,
            _ => throw FlowFaults.Position("move"),
        };
        context.NoteKey(source);
        await writes.RunAsync(
            context,
            async session =>
            {
                await mover.MoveAsync(session, source, target, isAfter, context.Aborted);
                return true;
            }
        );
        await context.WriteDataAsync(JsonSerializer.SerializeToElement("ok", JsonText.Serializer));
    }
}
