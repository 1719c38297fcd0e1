using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Plugins.PluginCatalog.Listing;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary><c>pm:listEnabled</c>: the plugins that are on, for everybody, since clients load their parts before sign-in.</summary>
[Reads]
internal sealed class ListEnabledPlugins(PluginList plugins) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        context.WriteDataAsync(json => PluginJson.WriteEnabled(json, plugins.All(context.Texts), WriteAddresses));

    private static void WriteAddresses(Utf8JsonWriter json, ListedPlugin plugin)
    {
        json.WriteString("url", PluginUrls.Of(plugin, "dist/client/index.js"));
        json.WriteString("clientV2Url", PluginUrls.Of(plugin, "dist/client-v2/index.js"));
    }
}

/// <summary>
/// <c>pm:listEnabledV2</c>: as above for clients of the second kind. Of plugins that came in a package, <c>module</c> is the
/// address of a module of the web client.
/// </summary>
[Reads]
internal sealed class ListEnabledModules(PluginList plugins) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        context.WriteDataAsync(json => PluginJson.WriteEnabled(json, plugins.All(context.Texts), WriteAddresses));

    private static void WriteAddresses(Utf8JsonWriter json, ListedPlugin plugin)
    {
        json.WriteString("url", PluginUrls.Of(plugin, "dist/client-v2/index.js"));
        if (plugin.Entry is { HasWebPart: true, Error: null })
        {
            json.WriteString("module", PluginUrls.Of(plugin, "index.js"));
        }
    }
}
