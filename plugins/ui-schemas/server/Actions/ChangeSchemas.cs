using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Plugins.UiSchemas.Schemas;

namespace Pergola.Plugins.UiSchemas.Actions;

/// <summary><c>uiSchemas:patch</c>: changes the given properties of a node; <c>batchPatch</c> those of several.</summary>
internal sealed class PatchSchema(SchemaChange change, SchemaWriter writer) : IAction
{
    private const int Most = 1_000;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var patches = RecordWrites.Objects(context.Values);
        if (patches.Count > Most)
        {
            throw new BadRequestException(
                "At most {max} nodes can be saved at once",
                [("max", Most.ToString())],
                "schema"
            );
        }

        await change.RunAsync(
            context,
            async session =>
            {
                foreach (var patch in patches)
                {
                    await writer.PatchAsync(session, patch, context.Aborted);
                }

                return true;
            }
        );
        await context.WriteDoneAsync();
    }
}

/// <summary><c>uiSchemas:remove/&lt;uid&gt;</c>: deletes a node with all below it.</summary>
internal sealed class RemoveSchema(SchemaChange change, SchemaWriter writer, SchemaForest forest) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var uid = context.Uid();
        context.NoteKey(uid);
        await change.RunAsync(
            context,
            async session =>
            {
                var found = await forest.Reader.FindAsync(session, [uid], context.Aborted);
                await forest.Writer.DeleteAsync(session, uid, context.Aborted);
                if (context.Params.Flag("removeParentsIfNoChildren"))
                {
                    JsonElement? stays = context.Params.Json("breakRemoveOn");
                    var parent = found.GetValueOrDefault(uid)?.Parent;
                    await writer.RemoveEmptyAsync(session, parent, stays, context.Aborted);
                }

                return true;
            }
        );
        await context.WriteDoneAsync();
    }
}

/// <summary><c>uiSchemas:clearAncestor/&lt;uid&gt;</c>: a node belongs nowhere any more.</summary>
internal sealed class ClearAncestor(SchemaChange change, SchemaForest forest) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var uid = context.Uid();
        context.NoteKey(uid);
        await change.RunAsync(
            context,
            async session =>
            {
                if ((await forest.Reader.FindAsync(session, [uid], context.Aborted)).Count == 0)
                {
                    throw SchemaFaults.Unknown(uid);
                }

                await forest.Writer.MoveAsync(session, uid, parent: null, slot: null, context.Aborted);
                return true;
            }
        );
        await context.WriteDoneAsync();
    }
}
