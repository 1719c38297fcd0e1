using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Data.Events;
using Pergola.Plugins.ThemeEditor.Actions;
using Pergola.Plugins.ThemeEditor.Collections;
using Pergola.Plugins.ThemeEditor.Installation;
using Pergola.Plugins.ThemeEditor.Themes;

namespace Pergola.Plugins.ThemeEditor;

/// <summary>Themes: how the app looks, and which of its looks people may choose for themselves.</summary>
[Plugin("theme-editor", DependsOn = ["users"], Description = "How the app looks: themes to choose from and to make.")]
public sealed class ThemeEditorPlugin : Plugin
{
    private const string Name = ThemeConfigCollection.Name;

    public override void Configure(PluginBuilder plugin)
    {
        plugin.Collections.Add<ThemeConfigCollection>();
        plugin.Install<ThemeSeeds>();
        plugin.Services.AddSingleton<ThemeRows>();
        plugin.Records.On<GuardTheme>(Name, ChangeKinds.All);
        plugin.Resource(Name).Close("list", "get", "create", "update", "destroy");
        plugin.Resource("users").Describe(string.Empty, ThemeDescriptions.Users).Action<ChooseTheme>("updateTheme");
        plugin
            .Acl.Allow(Name, "list", Audience.Public)
            .Allow("users", "updateTheme", Audience.LoggedIn)
            .Snippet("pm.theme-editor.themes", $"{Name}:*")
            .Reserve(Name, "create", "update", "destroy");
    }
}
