using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Data.Records;

namespace Pergola.Plugins.Auth.Passwords;

/// <summary>Writes users for people who are not signed in as somebody with a right to: themselves, or newcomers.</summary>
internal sealed class AccountWriter(RecordWrites writes, RecordWriter writer)
{
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

    /// <returns>Whether the user exists.</returns>
    public async Task<bool> SetPasswordAsync(
        ActionContext context,
        long userId,
        string password,
        Func<WriteSession, Task>? also = null
    )
    {
        var users = context.Schema["users"];
        var values = JsonSerializer.SerializeToElement(new { password }, JsonText.Serializer);
        var key = new RecordKey(users.PrimaryKey, [userId]);
        return await writes.RunAsync(
            context,
            async session =>
            {
                if (also is not null)
                {
                    await also(session);
                }

                return await writer.UpdateAsync(
                    session,
                    users,
                    key,
                    filter: null,
                    values,
                    WriteOptions.Default,
                    context.Aborted
                )
                    is not null;
            }
        );
    }
}
