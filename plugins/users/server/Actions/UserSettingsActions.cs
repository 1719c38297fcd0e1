using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Plugins.SystemSettings;

namespace Pergola.Plugins.Users.Actions;

/// <summary><c>users:getSystemSettings</c>: what people may change of their own accounts.</summary>
[Reads]
internal sealed class GetUserSettings(SettingsBook settings) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var now = await settings.GetAsync(context.Aborted);
        await context.WriteDataAsync(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("enableEditProfile", now.AllowsProfileChange);
            json.WriteBoolean("enableChangePassword", now.AllowsPasswordChange);
            json.WriteEndObject();
        });
    }
}

/// <summary><c>users:updateSystemSettings</c>: one of these settings, or both.</summary>
internal sealed class UpdateUserSettings(SettingsWriter settings, GetUserSettings answer) : IAction
{
    private static readonly string[] Names = ["enableEditProfile", "enableChangePassword"];

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var given = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            if (context.Values.ValueKind == JsonValueKind.Object && context.Values.TryGetProperty(name, out var value))
            {
                given[name] = value.ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? value.GetBoolean()
                    : throw new BadRequestException("{name} must be true or false", [("name", name)], name);
            }
        }

        if (given.Count == 0)
        {
            throw new BadRequestException("Parameter {name} is missing", [("name", Names[0])], Names[0]);
        }

        await settings.UpdateAsync(context, JsonSerializer.SerializeToElement(given, JsonText.Serializer));
        await answer.ExecuteAsync(context);
    }
}
