using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Data.Events;
using Pergola.Plugins.SystemSettings.Actions;
using Pergola.Plugins.SystemSettings.Collections;
using Pergola.Plugins.SystemSettings.Installation;

namespace Pergola.Plugins.SystemSettings;

/// <summary>Title, languages and other settings of the whole app.</summary>
[Plugin(
    "system-settings",
    DependsOn = ["environment-variables", "file-manager"],
    IsEssential = true,
    Description = "Title, languages and other settings of the whole app."
)]
public sealed class SystemSettingsPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Services.AddSingleton<SettingsBook>();
        plugin.Services.AddScoped<SettingsWriter>();
        plugin.Collections.Add<SystemSettingsCollection>();
        plugin.Install<SystemSettingsSeed>();
        plugin
            .Records.On<CheckSettings>(SystemSettingsCollection.Name, ChangeKinds.Create | ChangeKinds.Update)
            .On<ForgetSettings>(SystemSettingsCollection.Name, ChangeKinds.All)
            .On<ForgetSettings>("attachments", ChangeKinds.Update | ChangeKinds.Destroy);
        plugin
            .Resource(SystemSettingsCollection.Name)
            .Describe("Title, languages and other settings of the app", SystemSettingsDescriptions.Settings)
            .Action<GetSettings>("get")
            .Action<PutSettings>("put");
        plugin
            .Acl.Allow(SystemSettingsCollection.Name, "get", Audience.Public)
            .Snippet("pm.system-settings.system-settings", "systemSettings:put")
            .Fix(SystemSettingsCollection.Name, "destroy", """{"id":{"$ne":1}}""");
    }
}
