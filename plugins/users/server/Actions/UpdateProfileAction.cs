using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Plugins.SystemSettings;

namespace Pergola.Plugins.Users.Actions;

/// <summary><c>users:updateProfile</c>: what somebody may change of their own record; everything else is left aside.</summary>
internal sealed class UpdateProfileAction(AccountWriter accounts, SettingsBook settings) : IAction
{
    private static readonly string[] Fields = ["nickname", "username", "email", "phone"];

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (!(await settings.GetAsync(context.Aborted)).AllowsProfileChange)
        {
            throw new ForbiddenException("User profile is not allowed to be edited");
        }

        var values = Fields
            .Where(name => context.Values.TryGetProperty(name, out _))
            .ToDictionary(name => name, name => context.Values.GetProperty(name), StringComparer.Ordinal);
        if (values.TryGetValue("username", out var username) && !IsAccount(username))
        {
            throw new BadRequestException("Please enter a valid username", field: "username");
        }

        var record =
            await accounts.UpdateAsync(context, context.RequireUser().Id, values)
            ?? throw new NotFoundException("User not found");
        await context.WriteDataAsync(writer =>
        {
            writer.WriteStartArray();
            OwnRecord.Write(writer, record);
            writer.WriteEndArray();
        });
    }

    /// <summary>Without it an account could no longer sign in by name, so that it cannot be emptied.</summary>
    private static bool IsAccount(JsonElement username) =>
        username.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(username.GetString());
}
