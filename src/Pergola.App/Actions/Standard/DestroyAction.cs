using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.App.Actions.Standard;

/// <summary>Deletes the records that key and filter select; answers how many there were.</summary>
internal sealed class DestroyAction(RecordWrites writes, RecordWriter writer) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var count = await writes.RunAsync(
            context,
            async session =>
            {
                var keys = await SelectAsync(context, session);
                if (keys.Count > 0)
                {
                    return await writer.DestroyAsync(session, context.Collection, keys, context.Aborted);
                }

                return context.Association is { IsToMany: false } single
                    ? throw new BadRequestException("The record does not exist", field: single.Name)
                    : 0;
            }
        );
        await context.WriteDataAsync(
            context.Association is null
                ? JsonSerializer.SerializeToElement(count)
                : JsonSerializer.SerializeToElement(true)
        );
    }

    private async Task<IReadOnlyList<RecordKey>> SelectAsync(ActionContext context, WriteSession session) =>
        context.Association is null
        && context.Params.Filter is null
        && context.Params.FilterByTk is { } given
        && KeyParser.TryScalar(given, context.Collection, context.ValueContext) is { } key
            ? [key]
            : await writes.FindKeysAsync(context, session);
}
