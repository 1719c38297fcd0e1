using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Data.Schema;

namespace Pergola.Plugins.SystemSettings.Actions;

/// <summary><c>systemSettings:get</c>: the settings, for everybody; the title as stored is in <c>raw_title</c>.</summary>
[Reads]
internal sealed class GetSettings(SettingsBook settings) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var row = (await settings.GetAsync(context.Aborted)).Row;
        await context.WriteDataAsync(json => Write(json, row));
    }

    private static void Write(Utf8JsonWriter json, JsonElement row)
    {
        json.WriteStartObject();
        foreach (var property in row.EnumerateObject())
        {
            property.WriteTo(json);
        }

        json.WriteString("raw_title", row.Text("title"));
        json.WriteEndObject();
    }
}
