using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Data.Events;
using Pergola.Data.Schema;
using Pergola.Plugins.Collections.Actions;
using Pergola.Plugins.Collections.Collections;
using Pergola.Plugins.Collections.Definitions;
using Pergola.Plugins.Collections.Installation;

namespace Pergola.Plugins.Collections;

/// <summary>Collections and fields as resources: the data model is changed while the server runs.</summary>
[Plugin(
    "collections",
    Provides = [
        "action-bulk-edit",
        "collection-tree",
        "data-source-main",
        "error-handler",
        "field-formula",
        "field-sequence",
        "field-sort",
        "logger",
    ],
    IsEssential = true,
    Title = "Collections",
    Description = "The collections and fields that people make, and their records."
)]
public sealed class CollectionsPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Services.AddSingleton<DefinitionTables>();
        plugin.Services.AddSingleton<DefinitionsInUse>();
        plugin.Services.AddSingleton<SchemaChange>();
        plugin.Services.AddSingleton<CollectionCategories>();
        plugin.Services.AddSingleton(services =>
        {
            var naming = services.GetRequiredService<Naming>();
            return new MetaOptions(naming.SchemaName ?? "public", naming.Underscored);
        });

        plugin.Collections.Add<CollectionsCollection>();
        plugin.Collections.Add<FieldsCollection>();
        plugin.Collections.Add<CollectionCategoriesCollection>();
        plugin.Collections.Add<CollectionCategoryCollection>();
        plugin.Collections.Add<RevisionsCollection>();
        plugin.Collections.Add<SequencesCollection>();
        plugin.Collections.Add<GraphPositionsCollection>();
        plugin.Collections.Add<RecordViewsCollection>();
        plugin.Install<MirrorManagedCollections>();
        plugin.DefinitionSource<StoredDefinitionSource>();
        foreach (var name in new[] { CollectionsCollection.Name, FieldsCollection.Name, RevisionsCollection.Name })
        {
            plugin.Records.On<RefuseDirectWrites>(name, ChangeKinds.All);
        }

        plugin
            .Acl.Snippet(
                "pm.data-source-manager.data-source-main",
                "collections:*",
                "collections.fields:*",
                "fields:*",
                "collectionCategories:*"
            )
            .Snippet("pm.data-source-manager.graph-collection-manager", "graphPositions:*")
            .Allow("collections", "list", Audience.LoggedIn)
            .Allow("collections", "listMeta", Audience.LoggedIn)
            .Allow("collectionCategories", "list", Audience.LoggedIn);
        foreach (var action in new[] { "list", "get", "create", "update", "destroy" })
        {
            plugin.Acl.Allow(RecordViewsCollection.Name, action, Audience.LoggedIn);
            plugin.Acl.Fix(RecordViewsCollection.Name, action, """{"createdById":"{{ctx.state.currentUser.id}}"}""");
        }

        plugin
            .Resource("collections")
            .Describe(
                "The collections of the app: what they are, not their records",
                CollectionsDescriptions.Collections
            )
            .Action<ListDefinitions>("list")
            .Action<GetDefinition>("get")
            .Action<ListMeta>("listMeta")
            .Action<CreateCollection>("create")
            .Action<UpdateCollection>("update")
            .Action<DestroyCollection>("destroy")
            .Action<MoveCollection>("move")
            .Action<SetFields>("setFields");
        plugin.Resource("fields").Describe("The fields of all collections", CollectionsDescriptions.Fields);
        plugin
            .Resource("collections.fields")
            .Describe(string.Empty, CollectionsDescriptions.FieldsOfCollection)
            .Action<ListDefinitions>("list")
            .Action<GetDefinition>("get")
            .Action<CreateField>("create")
            .Action<UpdateField>("update")
            .Action<DestroyField>("destroy")
            .Action<MoveField>("move")
            .Action<RefuseLinkChange>("add")
            .Action<RefuseLinkChange>("set")
            .Action<RefuseLinkChange>("remove")
            .Action<RefuseLinkChange>("toggle");
    }
}
