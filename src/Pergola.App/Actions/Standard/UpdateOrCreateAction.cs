using Pergola.Core.Errors;
using Pergola.Data.Records;

namespace Pergola.App.Actions.Standard;

/// <summary>
/// Updates the record that has the values of <c>filterKeys</c> and answers an array, or creates it and answers an object.
/// </summary>
public sealed class UpdateOrCreateAction(RecordLookup lookup, RecordWriter writer, RecordQueries queries) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var (updated, created) = await lookup.RunAsync(context, (session, key) => UpdateAsync(context, session, key));
        if (updated is null)
        {
            await context.WriteWrittenAsync(created!);
        }
        else if (context.Association is { IsToMany: false })
        {
            await context.WriteWrittenAsync(updated);
        }
        else
        {
            await context.WriteDataAsync(json => WrittenRecords.WriteArray(json, [updated], context));
        }
    }

    /// <summary>
    /// The row was found in this transaction, but somebody may delete it before it is locked. Which of the records that a role
    /// sees it may change as well is another question.
    /// </summary>
    private async Task<WrittenRecord> UpdateAsync(ActionContext context, WriteSession session, RecordKey key)
    {
        var options = RecordWrites.Options(context);
        var scope = context.Change is { } change ? queries.ScopeOf(context, change, context.Collection) : null;
        return await writer.UpdateAsync(
                session,
                context.Collection,
                key,
                scope,
                context.Values,
                context.Change is null ? options : options with { Whitelist = context.Change.Fields },
                context.Aborted
            )
            ?? throw (
                scope is null
                    ? new ConflictException("The record has just been deleted")
                    : new ForbiddenException("You may not change this record")
            );
    }
}
