using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Plugins.FlowEngine.Actions;
using Pergola.Plugins.FlowEngine.Collections;
using Pergola.Plugins.FlowEngine.Models;

namespace Pergola.Plugins.FlowEngine;

/// <summary>The parts pages consist of, as trees.</summary>
[Plugin("flow-engine", IsEssential = true, Description = "Stores what pages are made of.")]
public sealed class FlowEnginePlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin
            .Collections.Add<FlowModelsCollection>()
            .Add<FlowModelTreePathCollection>()
            .Add<FlowModelTemplatesCollection>()
            .Add<FlowModelTemplateUsagesCollection>()
            .Add<FlowSqlCollection>();
        plugin.Services.AddSingleton<FlowForest>();
        plugin.Services.AddSingleton<FlowModelWriter>();
        plugin.Services.AddSingleton<FlowModelMover>();

        plugin
            .Resource(FlowModelsCollection.Name)
            .Describe("What pages are made of", FlowEngineDescriptions.All)
            .Close()
            .Action<FindFlowModel>("findOne")
            .Action<SaveFlowModel>("save")
            .Action<DestroyFlowModel>("destroy")
            .Action<DuplicateFlowModel>("duplicate")
            .Action<AttachFlowModel>("attach")
            .Action<MoveFlowModel>("move")
            .Action<ListFlowModels>("list")
            .Action<GetFlowModel>("get")
            .Action<CreateFlowModel>("create")
            .Action<UpdateFlowModel>("update");

        // What pages show is what somebody with limits will press: changing it takes the right to configure pages.
        foreach (
            var table in new[]
            {
                FlowModelsCollection.Name,
                FlowModelTemplatesCollection.Name,
                FlowModelTemplateUsagesCollection.Name,
            }
        )
        {
            plugin.Acl.Reserve(table, "create", "update", "destroy");
        }

        plugin
            .Acl.Allow(FlowModelsCollection.Name, "findOne", Audience.LoggedIn)
            .Snippet("ui.flowModels", "flowModels:*")
            .Snippet("pm.ui-templates.templates", "flowModelTemplates:*", "flowModelTemplateUsages:*");
    }
}
