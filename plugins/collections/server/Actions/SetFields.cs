using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Plugins.Collections.Definitions;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections:setFields</c>: makes the fields of a collection equal to a list.</summary>
internal sealed class SetFields(SchemaChange change) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var name = RequestBody.Key(context);
        var fields = GivenOptions.ReadFields(RequestBody.Object(context.Values)["fields"]);
        await change.RunAsync(
            (draft, editor) =>
            {
                var collection =
                    draft.Find(name)
                    ?? throw new NotFoundException(
                        "Collection {collection} does not exist",
                        [("collection", name)],
                        "filterByTk"
                    );
                editor.SetFields(collection, fields);
                return collection;
            },
            context.Aborted
        );
        await context.WriteEmptyObjectAsync();
    }
}
