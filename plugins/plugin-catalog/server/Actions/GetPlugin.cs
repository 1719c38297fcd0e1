using Pergola.App.Actions;
using Pergola.App.Plugins.Installed;
using Pergola.Core.Errors;
using Pergola.Plugins.PluginCatalog.Listing;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary><c>pm:get</c>: one plugin, by its name or that of its package.</summary>
[Reads]
internal sealed class GetPlugin(PluginList plugins) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context)
    {
        if (PluginNames.Of(context) is not [var given])
        {
            throw PluginNames.Invalid();
        }

        var name = KnownPlugins.ShortName(given);
        var plugin =
            plugins.All(context.Texts).FirstOrDefault(p => p.Name == name || p.PackageName == given)
            ?? throw new NotFoundException("There is no plugin {name}", [("name", given)]);
        return context.WriteDataAsync(json => PluginJson.Write(json, plugin));
    }
}
