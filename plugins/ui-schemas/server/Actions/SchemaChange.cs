using Pergola.App.Actions;
using Pergola.Data.Records;
using Pergola.Plugins.UiSchemas.Schemas;

namespace Pergola.Plugins.UiSchemas.Actions;

/// <summary>Runs a change of schemas in one transaction, beside no other.</summary>
internal sealed class SchemaChange(RecordWrites writes, SchemaForest forest)
{
    public Task<T> RunAsync<T>(ActionContext context, Func<WriteSession, Task<T>> change) =>
        writes.RunAsync(
            context,
            async session =>
            {
                await forest.Writer.LockAsync(session, context.Aborted);
                return await change(session);
            }
        );

    /// <summary>As above for a change whose answer is a node with all below it, except what is loaded later.</summary>
    public async ValueTask AnswerAsync(ActionContext context, Func<WriteSession, Task<string>> change)
    {
        var nodes = await RunAsync(
            context,
            async session =>
            {
                var uid = await change(session);
                context.NoteKey(uid);
                return await forest.Reader.ReadAsync(session, uid, context.Aborted);
            }
        );
        await context.WriteDataAsync(new SchemaJson(nodes, _ => false).WriteTo);
    }
}
