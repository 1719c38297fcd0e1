using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Records.Trees;
using Pergola.Plugins.FlowEngine.Models;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary><c>flowModels:update</c>: changes the given properties of parts of pages; answers them as records.</summary>
internal sealed class UpdateFlowModel(RecordWrites writes, FlowForest forest, FlowModelWriter writer) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (context.Values.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("The body must be a JSON object");
        }

        var updated = await writes.RunAsync(
            context,
            async session =>
            {
                await forest.Writer.LockAsync(session, context.Aborted);
                var keys = await writes.FindKeysAsync(context, session);
                string[] uids = [.. keys.Select(k => (string)k.Single)];
                foreach (var node in (await forest.Reader.FindAsync(session, uids, context.Aborted)).Values)
                {
                    context.NoteKey(node.Key);
                    await writer.MergeAsync(session, node, context.Values, context.Aborted);
                }

                return await forest.Reader.FindAsync(session, uids, context.Aborted);
            }
        );
        await context.WriteDataAsync(json => Write(json, updated.Values));
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<ClosureNode> nodes)
    {
        json.WriteStartArray();
        foreach (var node in nodes)
        {
            FlowModelRecord.Write(json, node.Key, node.Name, node.Document);
        }

        json.WriteEndArray();
    }
}
