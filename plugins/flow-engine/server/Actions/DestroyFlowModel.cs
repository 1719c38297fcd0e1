using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Plugins.FlowEngine.Models;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary><c>flowModels:destroy</c>: deletes parts of pages with all below them.</summary>
internal sealed class DestroyFlowModel(RecordWrites writes, FlowForest forest) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var uids = Uids(context);
        await writes.RunAsync(
            context,
            async session =>
            {
                await forest.Writer.LockAsync(session, context.Aborted);
                foreach (var uid in uids)
                {
                    context.NoteKey(uid);
                    await forest.Writer.DeleteAsync(session, uid, context.Aborted);
                }

                return true;
            }
        );
        await context.WriteDataAsync(JsonSerializer.SerializeToElement("ok", JsonText.Serializer));
    }

    private static IReadOnlyList<string> Uids(ActionContext context)
    {
        var keys = context.Params.FilterByTks ?? [];
        return keys.Count > 0 && keys.All(k => k.ValueKind == JsonValueKind.String)
            ? [.. keys.Select(k => k.GetString()!)]
            : throw new BadRequestException("Parameter {name} is missing", [("name", "filterByTk")], "filterByTk");
    }
}
