using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Plugins.Collections.Definitions;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections:move</c>: puts a collection in the place of another one in lists.</summary>
internal sealed class MoveCollection(SchemaChange change) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var (source, target) = (RequestBody.Required(context, "sourceId"), RequestBody.Required(context, "targetId"));
        var after = context.Params.Text("method") == "insertAfter";
        await change.RunAsync(
            (draft, _) =>
            {
                var moved = Find(draft, source, "sourceId");
                var place = Find(draft, target, "targetId");
                var order = draft.Collections.OrderBy(c => c.Sort).ToList();
                Reorder.Move(order, order.IndexOf(moved), order.IndexOf(place), after);
                for (var index = 0; index < order.Count; index++)
                {
                    order[index].Sort = index + 1;
                }

                return moved;
            },
            context.Aborted
        );
        await context.WriteDataAsync(JsonSerializer.SerializeToElement("ok"));
    }

    private static DraftCollection Find(DefinitionDraft draft, string name, string parameter) =>
        draft.Find(name)
        ?? throw new BadRequestException("Collection {collection} does not exist", [("collection", name)], parameter);
}
