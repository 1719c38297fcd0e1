using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Data.Schema;
using Pergola.Plugins.EnvironmentVariables;

namespace Pergola.Plugins.SystemSettings.Actions;

/// <summary>
/// <c>systemSettings:get</c>: the settings, for everybody. Variables stand in the title with their values, never those of
/// secrets; the title as stored is in <c>raw_title</c>.
/// </summary>
[Reads]
internal sealed class GetSettings(SettingsBook settings, VariableBook variables) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var now = await settings.GetAsync(context.Aborted);
        await context.WriteDataAsync(json => Write(json, now));
    }

    private void Write(Utf8JsonWriter json, AppSettings now)
    {
        var title = now.Row.Text("title");
        json.WriteStartObject();
        foreach (var property in now.Row.EnumerateObject().Where(p => !p.NameEquals("title")))
        {
            property.WriteTo(json);
        }

        json.WriteString("title", title is null ? null : variables.RenderOpenly(title));
        json.WriteString("raw_title", title);
        json.WritePropertyName("logo");
        WriteLogo(json, now.Logo);
        json.WriteEndObject();
    }

    private static void WriteLogo(Utf8JsonWriter json, JsonElement logo)
    {
        if (logo.ValueKind != JsonValueKind.Object)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        foreach (var property in logo.EnumerateObject())
        {
            property.WriteTo(json);
        }

        json.WriteString("preview", logo.Text("url") + "?preview=1");
        json.WriteEndObject();
    }
}
