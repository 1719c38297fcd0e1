using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Plugins.PluginCatalog.Listing;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary><c>pm:list</c>: every plugin that is known; <c>mode=summary</c> for the least of each.</summary>
[Reads]
internal sealed class ListPlugins(PluginList plugins) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context)
    {
        Action<Utf8JsonWriter, ListedPlugin> write =
            context.Params.Text("mode") == "summary" ? PluginJson.WriteSummary : PluginJson.Write;
        return context.WriteDataAsync(json =>
        {
            json.WriteStartArray();
            foreach (var plugin in plugins.All(context.Texts))
            {
                write(json, plugin);
            }

            json.WriteEndArray();
        });
    }
}
