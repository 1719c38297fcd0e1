using Pergola.App.Actions;
using Pergola.Plugins.PluginCatalog.Listing;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary><c>pm:listEnabled</c>: the plugins that are on, for everybody, since clients load their parts before sign-in.</summary>
[Reads]
internal sealed class ListEnabledPlugins(PluginList plugins) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        context.WriteDataAsync(json =>
        {
            json.WriteStartArray();
            foreach (var plugin in plugins.All(context.Texts).Where(p => p.Enabled))
            {
                json.WriteStartObject();
                json.WriteString("name", plugin.Name);
                json.WriteString("packageName", plugin.PackageName);
                json.WriteNull("options");
                json.WriteString("url", PluginUrls.Of(plugin, "dist/client/index.js"));
                json.WriteString("clientV2Url", PluginUrls.Of(plugin, "dist/client-v2/index.js"));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
