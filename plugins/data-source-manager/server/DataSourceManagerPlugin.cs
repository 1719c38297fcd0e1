using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Plugins.DataSourceManager.Actions;

namespace Pergola.Plugins.DataSourceManager;

/// <summary>The databases an app reads; so far its own one.</summary>
[Plugin("data-source-manager", DependsOn = ["acl"], IsEssential = true, Description = "The databases the app reads.")]
public sealed class DataSourceManagerPlugin : Plugin
{
    private const string DataSources = "dataSources";

    public override void Configure(PluginBuilder plugin)
    {
        // Others than the app's own cannot be used yet, so none is made.
        plugin
            .Resource(DataSources)
            .Describe("The databases the app reads", DataSourceDescriptions.DataSources)
            .Close()
            .Action<ListDataSources>("list")
            .Action<GetDataSource>("get")
            .Action<ListEnabledDataSources>("listEnabled");
        plugin
            .Acl.Allow(DataSources, "get", Audience.LoggedIn)
            .Allow(DataSources, "listEnabled", Audience.LoggedIn)
            .Snippet("pm.data-source-manager", "dataSources:*");
    }
}
