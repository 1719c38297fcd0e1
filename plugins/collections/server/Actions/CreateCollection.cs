using Pergola.App.Actions;
using Pergola.Data.Schema;
using Pergola.Plugins.Collections.Definitions;
using Pergola.Plugins.Collections.Wire;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections:create</c>: stores the definition and makes the table.</summary>
internal sealed class CreateCollection(SchemaChange change, SchemaStore store, CollectionCategories categories)
    : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var values = RequestBody.Object(context.Values);
        var category = values["category"];
        values.Remove("category");
        if (category is not null)
        {
            await categories.CheckAsync(context, category);
        }

        var created = await change.RunAsync((_, editor) => editor.CreateCollection(values), context.Aborted);
        context.NoteKey(created.Name);
        var json = DefinitionJson.Collection(created, store.Current, withFields: true);
        if (category is not null)
        {
            json["category"] = await categories.SetAsync(context, created.Name, category);
        }

        await context.WriteNodeAsync(json);
    }
}
