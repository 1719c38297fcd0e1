using Pergola.App.Actions;
using Pergola.Plugins.FlowEngine.Models;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary><c>flowModels:findOne</c>: a part of a page with all below it, by uid or as the first one in a slot.</summary>
[Reads]
internal sealed class FindFlowModel(FlowForest forest) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var nodes = context.Params.Text("uid") is { Length: > 0 } uid
            ? await forest.Reader.ReadAsync(context.Schema, uid, context.Aborted)
            : await forest.Reader.ReadChildAsync(
                context.Schema,
                context.Required("parentId"),
                context.Required("subKey"),
                context.Aborted
            );
        if (nodes.Count == 0)
        {
            await context.WriteNoContentAsync();
            return;
        }

        await context.WriteDataAsync(new FlowModelJson(nodes, context.Params.Flag("includeAsyncNode")).WriteTo);
    }
}
