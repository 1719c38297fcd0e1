using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.Plugins.Collections.Definitions;
using Pergola.Plugins.Collections.Wire;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections.fields:update</c>: merges options into the stored ones.</summary>
internal sealed class UpdateField(SchemaChange change) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var name = RequestBody.Key(context);
        var values = RequestBody.Object(context.Values);
        var updated = await change.RunAsync(
            (draft, editor) =>
            {
                if (RequestBody.Owner(context, draft).Find(name) is not { } field)
                {
                    return null;
                }

                editor.UpdateField(field, values);
                return field;
            },
            context.Aborted
        );
        await context.WriteNodeAsync(updated is null ? new JsonArray() : new JsonArray(DefinitionJson.Field(updated)));
    }
}
