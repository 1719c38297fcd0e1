using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.App.Signals;
using Pergola.Data.Events;
using Pergola.Plugins.EnvironmentVariables.Actions;
using Pergola.Plugins.EnvironmentVariables.Collections;
using Pergola.Plugins.EnvironmentVariables.Installation;
using Pergola.Plugins.EnvironmentVariables.Secrets;
using Pergola.Plugins.EnvironmentVariables.Values;

namespace Pergola.Plugins.EnvironmentVariables;

/// <summary>Values and secrets of the installation, for settings to name.</summary>
[Plugin(
    "environment-variables",
    IsEssential = true,
    Description = "Values and secrets of the installation, for settings to name."
)]
public sealed class EnvironmentVariablesPlugin : Plugin
{
    private const string Name = EnvironmentVariablesCollection.Name;

    public override void Configure(PluginBuilder plugin)
    {
        plugin.FieldType(new VariableValueField());
        plugin.Services.AddSingleton<KeyFile>();
        plugin.Services.AddSingleton<SecretKey>();
        plugin.Services.AddSingleton<SecretCipher>();
        plugin.Services.AddSingleton<VariableReader>();
        plugin.Services.AddSingleton(services => new VariableBook(
            services.GetRequiredService<VariableReader>(),
            services.GetRequiredService<ChangeSignals>()
        ));
        plugin.Collections.Add<EnvironmentVariablesCollection>();
        plugin.Install<OpenVariables>();
        plugin
            .Records.On<GuardVariable>(Name, ChangeKinds.Create | ChangeKinds.Update)
            .On<KeepVariablesCurrent>(Name, ChangeKinds.All);
        plugin
            .Resource(Name)
            .Describe("Values and secrets of the installation", VariableDescriptions.Variables)
            .Close("destroy")
            .Action<ListVariables>("list")
            .Action<CreateVariables>("create")
            .Action<UpdateVariables>("update");
        plugin
            .Acl.Allow(Name, "list", Audience.LoggedIn)
            .Snippet("pm.environment-variables", $"{Name}:*", "app:refresh")
            .Reserve(Name, "create", "update", "destroy");
    }
}
