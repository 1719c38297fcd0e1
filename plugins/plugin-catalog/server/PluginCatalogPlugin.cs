using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Migrations;
using Pergola.App.Plugins;
using Pergola.App.Plugins.Installed;
using Pergola.Plugins.PluginCatalog.Actions;
using Pergola.Plugins.PluginCatalog.Installation;
using Pergola.Plugins.PluginCatalog.Listing;

namespace Pergola.Plugins.PluginCatalog;

/// <summary>The plugins of an installation: which there are, and switching them while the app serves.</summary>
[Plugin("plugin-catalog", IsEssential = true, Title = "Plugins", Description = "Shows plugins and switches them.")]
public sealed class PluginCatalogPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Collections.Add<ApplicationPluginsCollection>().Add<OwnPluginsCollection>().Add<MigrationsCollection>();
        plugin.Install<KnownPluginSeeds>();
        plugin.Services.AddSingleton<PluginList>();

        plugin
            .Resource("pm")
            .Describe("The plugins of the app", PluginCatalogDescriptions.Plugins)
            .Action<ListPlugins>("list")
            .Action<GetPlugin>("get")
            .Action<ListEnabledPlugins>("listEnabled")
            .Action<ListEnabledModules>("listEnabledV2")
            .Action<EnablePlugins>("enable")
            .Action<DisablePlugins>("disable")
            .Action<AddPlugin>("add")
            .Action<UpdatePlugin>("update")
            .Action<RemovePlugin>("remove")
            .Action<ListVersions>("npmVersionList")
            .Action<SearchFeed>("feed");
        plugin
            .Resource("app")
            .Describe("The app as a whole", PluginCatalogDescriptions.App)
            .Action<RestartApp>("restart")
            .Action<RefreshApp>("refresh");
        plugin
            .Acl.Allow("pm", "listEnabled", Audience.Public)
            .Allow("pm", "listEnabledV2", Audience.Public)
            .Snippet("pm", "pm:*")
            .Snippet("app", "app:restart", "app:refresh");
    }
}
