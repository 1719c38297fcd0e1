using Pergola.App.Actions;
using Pergola.Plugins.FlowEngine.Models;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary><c>flowModels:duplicate</c>: copies a part of a page with all below it; the copy belongs nowhere yet.</summary>
internal sealed class DuplicateFlowModel(RecordWrites writes, FlowForest forest) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var uid = context.Required("uid");
        var copied = await writes.RunAsync(
            context,
            async session =>
            {
                await forest.Writer.LockAsync(session, context.Aborted);
                var nodes = await forest.Reader.ReadAsync(session, uid, context.Aborted);
                if (nodes.Count == 0)
                {
                    throw FlowFaults.Unknown("duplicate", "uid", uid);
                }

                var copy = new FlowModelCopy(nodes);
                context.NoteKey(copy.Root);
                await forest.Writer.InsertAsync(session, copy.ToNodes(session), context.Aborted);
                return await forest.Reader.ReadAsync(session, copy.Root, context.Aborted);
            }
        );
        await context.WriteDataAsync(new FlowModelJson(copied, includeAsync: false).WriteTo);
    }
}
