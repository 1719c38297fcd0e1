using Pergola.App.Actions;
using Pergola.App.Plugins.Installed;
using Pergola.Plugins.PluginCatalog.Listing;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary>
/// <c>pm:listEnabledV2</c>: the plugins that are on with the addresses of their web parts. Of those that came in a package,
/// <c>module</c> is the address of a module of the web client.
/// </summary>
[Reads]
internal sealed class ListEnabledModules(PluginList plugins) : IAction
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
                json.WriteString("url", PluginUrls.Of(plugin, "dist/client-v2/index.js"));
                if (plugin.Entry is { HasWebPart: true, Error: null })
                {
                    json.WriteString("module", PluginUrls.Of(plugin, "index.js"));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
