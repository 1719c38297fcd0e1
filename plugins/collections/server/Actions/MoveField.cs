using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Plugins.Collections.Definitions;

namespace Pergola.Plugins.Collections.Actions;

/// <summary><c>collections.fields:move</c>: puts a field in the place of another one of the same collection.</summary>
internal sealed class MoveField(SchemaChange change) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var (source, target) = (RequestBody.Required(context, "sourceId"), RequestBody.Required(context, "targetId"));
        var after = context.Params.Text("method") == "insertAfter";
        await change.RunAsync(
            (draft, _) =>
            {
                var collection = RequestBody.Owner(context, draft);
                var order = collection.Fields.OrderBy(f => f.Sort).ToList();
                Reorder.Move(order, IndexOf(order, source, "sourceId"), IndexOf(order, target, "targetId"), after);
                for (var index = 0; index < order.Count; index++)
                {
                    order[index].Sort = index + 1;
                }

                return collection;
            },
            context.Aborted
        );
        await context.WriteDataAsync(JsonSerializer.SerializeToElement("ok"));
    }

    private static int IndexOf(List<DraftField> fields, string id, string parameter)
    {
        var index = fields.FindIndex(f => f.Name == id || f.Key == id);
        return index >= 0
            ? index
            : throw new BadRequestException("Field \"{field}\" does not exist", [("field", id)], parameter);
    }
}
