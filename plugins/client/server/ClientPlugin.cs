using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Plugins.Client.Actions;
using Pergola.Plugins.Client.Words;

namespace Pergola.Plugins.Client;

/// <summary>What clients ask before and beside all else: which app this is, its words, where its pages are.</summary>
[Plugin(
    "client",
    DependsOn = ["environment-variables", "system-settings"],
    IsEssential = true,
    Description = "What clients ask for when they start."
)]
public sealed class ClientPlugin : Plugin
{
    private const string App = "app";

    public override void Configure(PluginBuilder plugin)
    {
        plugin.Services.AddSingleton<LanguageChoice>();
        plugin.Services.AddSingleton<ComponentWords>();
        plugin.Services.AddSingleton<LanguagePack>();
        plugin
            .Resource(App)
            .Describe("The app as a whole", ClientDescriptions.App)
            .Action<DescribeApp>("getInfo")
            .Action<GetLanguage>("getLang")
            .Action<ListPortals>("getPortals")
            .Action<ClearCache>("clearCache");
        plugin
            .Acl.Allow(App, "getInfo", Audience.Public)
            .Allow(App, "getLang", Audience.Public)
            .Allow(App, "getPortals", Audience.LoggedIn)
            .Snippet(App, "app:clearCache");
    }
}
