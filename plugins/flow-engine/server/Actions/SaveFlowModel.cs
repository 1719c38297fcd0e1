using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Plugins.FlowEngine.Models;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary><c>flowModels:save</c>: stores a part of a page and what is below it; answers its uid.</summary>
internal sealed class SaveFlowModel(RecordWrites writes, FlowModelWriter writer) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var nodes = FlowModelInput.Read(context.Values);
        context.NoteKey(nodes[0].Uid);
        await writes.RunAsync(
            context,
            async session =>
            {
                await writer.SaveAsync(session, nodes, isNew: false, context.Aborted);
                return true;
            }
        );
        await context.WriteDataAsync(JsonSerializer.SerializeToElement(nodes[0].Uid, JsonText.Serializer));
    }
}
