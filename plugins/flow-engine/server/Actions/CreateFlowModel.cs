using Pergola.App.Actions;
using Pergola.Plugins.FlowEngine.Models;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary><c>flowModels:create</c>: adds a part of a page; answers it as a record.</summary>
internal sealed class CreateFlowModel(RecordWrites writes, FlowForest forest, FlowModelWriter writer) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var nodes = FlowModelInput.Read(context.Values);
        context.NoteKey(nodes[0].Uid);
        var created = await writes.RunAsync(
            context,
            async session =>
            {
                await writer.SaveAsync(session, nodes, isNew: true, context.Aborted);
                return (await forest.Reader.FindAsync(session, [nodes[0].Uid], context.Aborted))[nodes[0].Uid];
            }
        );
        await context.WriteDataAsync(json => FlowModelRecord.Write(json, created.Key, created.Name, created.Document));
    }
}
