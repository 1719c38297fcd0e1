using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.Data.Schema;
using Pergola.Plugins.Collections.Definitions;
using Pergola.Plugins.Collections.Wire;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections:update</c>: merges options into the stored ones.</summary>
internal sealed class UpdateCollection(SchemaChange change, SchemaStore store, CollectionCategories categories)
    : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var name = RequestBody.Key(context);
        var values = RequestBody.Object(context.Values);
        var updated = await change.RunAsync(
            (draft, editor) =>
            {
                if (draft.Find(name) is not { } collection)
                {
                    return null;
                }

                editor.UpdateCollection(collection, values);
                return collection;
            },
            context.Aborted
        );
        if (updated is null)
        {
            await context.WriteNodeAsync(new JsonArray());
            return;
        }

        var json = DefinitionJson.Collection(updated, store.Current, withFields: false);
        if (values["category"] is { } given)
        {
            json["category"] = await categories.SetAsync(context, name, given);
        }

        await context.WriteNodeAsync(new JsonArray(json));
    }
}
