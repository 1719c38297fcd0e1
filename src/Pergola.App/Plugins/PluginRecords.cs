using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pergola.Data.Events;

namespace Pergola.App.Plugins;

/// <summary>What a plugin does when records change.</summary>
public sealed class PluginRecords(IServiceCollection services, PluginDeclarations declarations)
{
    /// <summary>Follows changes of a collection, <c>*</c> for all. One handler instance serves the generation.</summary>
    public PluginRecords On<THandler>(string collection, ChangeKinds kinds)
        where THandler : class, IRecordHandler
    {
        services.TryAddSingleton<THandler>();
        declarations.Records.Add(new RecordHandlerRegistration(collection, kinds, typeof(THandler)));
        return this;
    }
}
