using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Data.Records;

namespace Pergola.Plugins.Users;

/// <summary>Writes accounts for people whose right to it is not that of a role: themselves, or newcomers.</summary>
public sealed class AccountWriter(RecordWrites writes, RecordWriter writer)
{
    /// <param name="context">The request.</param>
    /// <param name="values">Values by name of the field.</param>
    public Task CreateAsync(ActionContext context, IReadOnlyDictionary<string, JsonElement> values) =>
        writes.RunAsync(
            context,
            session =>
                writer.InsertAsync(
                    session,
                    context.Schema["users"],
                    JsonSerializer.SerializeToElement(values, JsonText.Serializer),
                    WriteOptions.Default,
                    context.Aborted
                )
        );

    /// <param name="context">The request.</param>
    /// <param name="userId">Whose account.</param>
    /// <param name="values">An object with the values to be set.</param>
    /// <param name="also">What is written in the same transaction, before.</param>
    /// <returns>The account, null when there is none.</returns>
    public Task<WrittenRecord?> UpdateAsync(
        ActionContext context,
        long userId,
        object values,
        Func<WriteSession, Task>? also = null
    )
    {
        var users = context.Schema["users"];
        var key = new RecordKey(users.PrimaryKey, [userId]);
        return writes.RunAsync(
            context,
            async session =>
            {
                await (also?.Invoke(session) ?? Task.CompletedTask);
                return await writer.UpdateAsync(
                    session,
                    users,
                    key,
                    filter: null,
                    JsonSerializer.SerializeToElement(values, JsonText.Serializer),
                    WriteOptions.Default,
                    context.Aborted
                );
            }
        );
    }
}
