using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Acl.Explaining;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.App.Actions.Standard;
using Pergola.App.Auth;
using Pergola.App.Describing;
using Pergola.App.Localization;
using Pergola.App.Records;
using Pergola.App.Wire;
using Pergola.Data.Events;
using Pergola.Data.Querying;
using Pergola.Data.Schema;

namespace Pergola.App.Plugins;

/// <summary>Turns declarations into the services that requests run on.</summary>
public static class AppComposition
{
    /// <summary>
    /// Adds everything an app needs besides what the process lends (database, clock, ids, options, schema store).
    /// </summary>
    public static IServiceCollection AddApp(this IServiceCollection services, PluginDeclarations declarations)
    {
        var standard = new PluginDeclarations();
        StandardActions.Declare(services, standard);
        services.AddSingleton<FilterParser>();
        services.AddSingleton<RecordQueryParser>();
        services.AddSingleton<RecordQueries>();
        services.AddSingleton(
            new ActionRegistry(standard.Actions.Concat(declarations.Actions), declarations.ClosedResources)
        );
        services.AddSingleton(new DescriptionBook(declarations.Descriptions, declarations.CollectionPlugins));
        services.AddSingleton(new AllowanceList(declarations.Allowances));
        services.AddSingleton(new FixedFilterList(declarations.FixedFilters));
        services.AddSingleton(new SnippetList(declarations.Snippets));
        services.AddSingleton(new ReservedActions(declarations.ReservedActions));
        services.AddSingleton<RulesStore>();
        services.AddSingleton<SchemaRefresh>();
        services.AddSingleton<RecordSets>();
        services.AddSingleton<PermissionBook>();
        services.AddSingleton<OpeningBook>();
        services.AddSingleton<RoleChoice>();
        services.AddSingleton<RightsExplainer>();
        services.AddSingleton<RecordReach>();
        services.AddSingleton<ResourceResolver>();
        services.AddSingleton<SystemRows>();
        services.AddSingleton<RequestBody>();
        services.AddSingleton<FailureResponder>();
        services.AddSingleton(new BuiltInTexts(declarations.TextSources));
        services.AddSingleton<TextCatalog>();
        services.AddSingleton(provider => new RecordEvents(
            declarations.Records.Select(r => new RecordSubscription(
                r.Collection,
                r.Kinds,
                (IRecordHandler)provider.GetRequiredService(r.Handler)
            ))
        ));
        services.AddSingleton<ActionScopes>();
        services.AddSingleton<ActionContextFactory>();
        services.AddSingleton<ActionObservers>();
        services.AddSingleton(provider => new ActionPipeline(
            provider.GetRequiredService<RequestBody>(),
            provider.GetRequiredService<AllowanceList>(),
            provider.GetRequiredService<FixedFilterList>(),
            provider.GetRequiredService<PermissionBook>(),
            provider.GetRequiredService<RulesStore>(),
            provider.GetServices<ITokenCheck>()
        ));
        services.AddSingleton(provider => new ActionEndpoint(
            provider.GetRequiredService<ActionScopes>(),
            provider.GetRequiredService<SchemaStore>(),
            provider.GetRequiredService<ResourceResolver>(),
            provider.GetRequiredService<ActionContextFactory>(),
            provider.GetRequiredService<ActionPipeline>(),
            provider.GetRequiredService<FailureResponder>(),
            provider.GetRequiredService<ActionObservers>()
        ));
        return services;
    }
}
