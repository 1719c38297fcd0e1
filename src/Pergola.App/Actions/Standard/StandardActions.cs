using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Plugins;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.App.Actions.Standard;

/// <summary>The actions every collection has. They are ordinary actions: a plugin may put its own in their place.</summary>
internal static class StandardActions
{
    public static void Declare(IServiceCollection services, PluginDeclarations declarations)
    {
        services.AddSingleton<RecordWrites>();
        services.AddSingleton<RecordLookup>();
        services.AddSingleton<AggregateParser>();
        services.AddSingleton<AggregateReader>();
        new PluginResource("*", string.Empty, services, declarations)
            .Action<ListAction>("list")
            .Action<GetAction>("get")
            .Action<QueryAction>("query")
            .Action<CreateAction>("create")
            .Action<UpdateAction>("update")
            .Action<DestroyAction>("destroy")
            .Action<FirstOrCreateAction>("firstOrCreate")
            .Action<UpdateOrCreateAction>("updateOrCreate")
            .Action<MoveAction>("move")
            .Action<AddAction>("add")
            .Action<SetAction>("set")
            .Action<RemoveAction>("remove")
            .Action<ToggleAction>("toggle");
    }
}
