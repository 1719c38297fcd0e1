using Pergola.App.Actions;
using Pergola.Data.Schema;
using Pergola.Plugins.Collections.Definitions;
using Pergola.Plugins.Collections.Wire;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections:create</c>: stores the definition and makes the table.</summary>
internal sealed class CreateCollection(SchemaChange change, SchemaStore store) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var values = RequestBody.Object(context.Values);
        var created = await change.RunAsync((_, editor) => editor.CreateCollection(values), context.Aborted);
        await context.WriteNodeAsync(DefinitionJson.Collection(created, store.Current, withFields: true));
    }
}
