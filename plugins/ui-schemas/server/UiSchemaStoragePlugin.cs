using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Plugins.UiSchemas.Actions;
using Pergola.Plugins.UiSchemas.Collections;
using Pergola.Plugins.UiSchemas.Schemas;

namespace Pergola.Plugins.UiSchemas;

/// <summary>Pages of the first kind: trees of JSON Schema.</summary>
[Plugin("ui-schema-storage", IsEssential = true, Description = "Stores pages of the first kind.")]
public sealed class UiSchemaStoragePlugin : Plugin
{
    private static readonly string[] Reading = ["getJsonSchema", "getProperties", "getParentJsonSchema"];

    public override void Configure(PluginBuilder plugin)
    {
        plugin
            .Collections.Add<UiSchemasCollection>()
            .Add<UiSchemaTreePathCollection>()
            .Add<UiSchemaServerHooksCollection>()
            .Add<UiSchemaTemplatesCollection>();
        plugin.Services.AddSingleton<SchemaForest>();
        plugin.Services.AddSingleton<SchemaWriter>();
        plugin.Services.AddSingleton<SchemaChange>();

        plugin
            .Resource(UiSchemasCollection.Name)
            .Describe("Pages of the first kind, as trees of JSON Schema", UiSchemasDescriptions.All)
            .Close()
            .Action<GetJsonSchema>("getJsonSchema")
            .Action<GetProperties>("getProperties")
            .Action<GetParentJsonSchema>("getParentJsonSchema")
            .Action<GetParentJsonSchema>("getParentProperty")
            .Action<InsertSchema>("insert")
            .Action<InsertSchema>("insertNewSchema")
            .Action<InsertAdjacentSchema>("insertAdjacent")
            .Action<InsertAdjacentSchema>("insertBeforeBegin")
            .Action<InsertAdjacentSchema>("insertAfterBegin")
            .Action<InsertAdjacentSchema>("insertBeforeEnd")
            .Action<InsertAdjacentSchema>("insertAfterEnd")
            .Action<PatchSchema>("patch")
            .Action<PatchSchema>("batchPatch")
            .Action<RemoveSchema>("remove")
            .Action<ClearAncestor>("clearAncestor");

        foreach (var table in new[] { UiSchemasCollection.Name, UiSchemaTemplatesCollection.Name })
        {
            plugin.Acl.Reserve(table, "create", "update", "destroy");
        }

        foreach (var action in Reading)
        {
            plugin.Acl.Allow(UiSchemasCollection.Name, action, Audience.LoggedIn);
        }

        plugin
            .Acl.Allow(UiSchemaTemplatesCollection.Name, "list", Audience.LoggedIn)
            .Allow(UiSchemaTemplatesCollection.Name, "get", Audience.LoggedIn)
            .Snippet("ui.uiSchemas", "uiSchemas:*")
            .Snippet("pm.ui-schema-storage.block-templates", "uiSchemaTemplates:*");
    }
}
