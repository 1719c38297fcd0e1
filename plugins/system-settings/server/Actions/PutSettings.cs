using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;

namespace Pergola.Plugins.SystemSettings.Actions;

/// <summary><c>systemSettings:put</c>: changes the settings that are given.</summary>
internal sealed class PutSettings(SettingsWriter settings, GetSettings get) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (context.Values.ValueKind != System.Text.Json.JsonValueKind.Object)
        {
            throw new BadRequestException("The body must be a JSON object");
        }

        var values = JsonObject.Create(context.Values)!;
        if (values.ContainsKey("raw_title"))
        {
            values["title"] = values["raw_title"]?.DeepClone();
            values.Remove("raw_title");
        }

        if (values.TryGetPropertyValue("logo", out var logo))
        {
            values["logoId"] = (logo as JsonObject)?["id"]?.DeepClone();
            values.Remove("logo");
        }

        await settings.UpdateAsync(context, JsonText.Parse(values.ToJsonString(JsonText.Serializer)));
        await get.ExecuteAsync(context);
    }
}
