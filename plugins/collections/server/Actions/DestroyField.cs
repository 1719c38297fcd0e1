using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Plugins.Collections.Definitions;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections.fields:destroy</c>: removes fields with their columns.</summary>
internal sealed class DestroyField(SchemaChange change) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var names = RequestBody.Keys(context);
        await change.RunAsync(
            (draft, editor) =>
            {
                var collection = RequestBody.Owner(context, draft);
                foreach (var name in names)
                {
                    var field =
                        collection.Find(name)
                        ?? throw new NotFoundException(
                            "Field \"{field}\" does not exist",
                            [("field", name)],
                            "filterByTk"
                        );
                    editor.DestroyField(collection, field);
                }

                return collection;
            },
            context.Aborted
        );
        await context.WriteDataAsync(JsonSerializer.SerializeToElement(true));
    }
}
