using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.App.Actions.Standard;

/// <summary>Deletes the records that key and filter select; answers how many there were.</summary>
internal sealed class DestroyAction(RecordWrites writes, RecordWriter writer, RecordQueries queries) : IAction
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
                    foreach (var key in keys)
                    {
                        context.NoteKey(key.ToString());
                    }

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

    private async Task<IReadOnlyList<RecordKey>> SelectAsync(ActionContext context, WriteSession session)
    {
        if (
            context.Association is null
            && context.Params.Filter is null
            && context.Conditions.Count == 0
            && context.Params.FilterByTk is { } given
            && KeyParser.TryScalar(given, context.Collection, context.ValueContext) is { } key
        )
        {
            return [key];
        }

        var keys = await writes.FindKeysAsync(context, session);
        await RefuseKeptAsync(context, session, keys.Count);
        return keys;
    }

    /// <summary>Records that were named and that the caller may not delete: then none of them goes.</summary>
    private async Task RefuseKeptAsync(ActionContext context, WriteSession session, int found)
    {
        if (context.Conditions.Count == 0 || context.Params.FilterByTks is not { } named || found >= named.Count)
        {
            return;
        }

        var asked = await writes.FindKeysAsync(queries.ParseUnnarrowed(context), session, context.Aborted);
        if (asked.Count > found)
        {
            throw new ForbiddenException();
        }
    }
}
