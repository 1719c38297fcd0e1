using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Plugins.UiSchemas.Schemas;

namespace Pergola.Plugins.UiSchemas.Actions;

/// <summary><c>uiSchemas:getJsonSchema/&lt;uid&gt;</c>: a node with all below it.</summary>
[Reads]
internal sealed class GetJsonSchema(SchemaForest forest) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var nodes = await forest.Reader.ReadAsync(context.Schema, context.Uid(), context.Aborted);
        var isWhole = context.Params.Flag("includeAsyncNode");
        await (
            nodes.Count == 0
                ? context.WriteDataAsync(JsonText.EmptyObject)
                : context.WriteDataAsync(new SchemaJson(nodes, _ => isWhole).WriteTo)
        );
    }
}

/// <summary><c>uiSchemas:getProperties/&lt;uid&gt;</c>: what is below a node, also what is loaded later.</summary>
[Reads]
internal sealed class GetProperties(SchemaForest forest) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var nodes = await forest.Reader.ReadAsync(context.Schema, context.Uid(), context.Aborted);
        await (
            nodes.Count == 0
                ? context.WriteDataAsync(JsonText.EmptyObject)
                : context.WriteDataAsync(new SchemaJson(nodes, n => n.Depth == 1).WriteProperties)
        );
    }
}

/// <summary><c>uiSchemas:getParentJsonSchema/&lt;uid&gt;</c>: the node a node is below, with all below it.</summary>
[Reads]
internal sealed class GetParentJsonSchema(SchemaForest forest) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var nodes = await forest.Reader.ReadParentAsync(context.Schema, context.Uid(), context.Aborted);
        await (
            nodes.Count == 0
                ? context.WriteNoContentAsync()
                : context.WriteDataAsync(new SchemaJson(nodes, _ => false).WriteTo)
        );
    }
}
