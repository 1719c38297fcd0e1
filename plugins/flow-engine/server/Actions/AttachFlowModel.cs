using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Data.Schema;
using Pergola.Plugins.FlowEngine.Models;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary><c>flowModels:attach</c>: puts a part of a page below another one; answers it.</summary>
internal sealed class AttachFlowModel(RecordWrites writes, FlowForest forest, FlowModelMover mover) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var (uid, parent, slot) = (context.Required("uid"), context.Required("parentId"), context.Required("subKey"));
        FlowModelInput.CheckName(slot, "subKey");
        var subType = context.Required("subType");
        if (subType is not (FlowModelInput.Array or FlowModelInput.Object))
        {
            throw FlowFaults.SubType();
        }

        var position = Position(context);
        context.NoteKey(uid);
        var nodes = await writes.RunAsync(
            context,
            async session =>
            {
                await mover.AttachAsync(session, uid, parent, slot, subType, position, context.Aborted);
                return await forest.Reader.ReadAsync(session, uid, context.Aborted);
            }
        );
        await context.WriteDataAsync(new FlowModelJson(nodes, includeAsync: false).WriteTo);
    }

    private static FlowPosition Position(ActionContext context)
    {
        var isNested = context.Params.Has("position") && context.Params.Text("position") is (null or ['{', ..]);
        if (!isNested)
        {
            return context.Params.Text("position") switch
            {
                null or "" or "last" => new FlowPosition(IsFirst: false),
                "first" => new FlowPosition(IsFirst: true),
                _ => throw FlowFaults.Position("attach"),
            };
        }

        return
            context.Params.Json("position") is { } place
            && place.Text("target") is { } target
            && place.Text("type") is ("before" or "after")
            ? new FlowPosition(IsFirst: false, target, place.Text("type") == "after")
            : throw FlowFaults.Position("attach");
    }
}
