using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Records;

namespace Pergola.Plugins.Users.Actions;

/// <summary>The record of whoever asks.</summary>
internal sealed class OwnRecord(RecordWrites writes, RecordWriter writer)
{
    /// <exception cref="NotFoundException">The user was deleted a moment ago.</exception>
    public Task<WrittenRecord> UpdateAsync(ActionContext context, JsonElement values)
    {
        var users = context.Schema["users"];
        var key = new RecordKey(users.PrimaryKey, [context.RequireUser().Id]);
        return writes.RunAsync(
            context,
            async session =>
                await writer.UpdateAsync(
                    session,
                    users,
                    key,
                    filter: null,
                    values,
                    WriteOptions.Default,
                    context.Aborted
                ) ?? throw new NotFoundException("User not found")
        );
    }
}
