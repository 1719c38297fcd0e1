using Pergola.App.Records;
using Pergola.Data.Schema;

namespace Pergola.App.Plugins;

/// <summary>The collections a plugin brings.</summary>
public sealed class PluginCollections(string plugin, PluginDeclarations declarations)
{
    public PluginCollections Add<TDefinition>()
        where TDefinition : ICollectionDefinition, new() => Add(new TDefinition().Define());

    /// <summary>A collection described by the class of its records, which carries <see cref="CollectionAttribute"/>.</summary>
    public PluginCollections Of<TRecord>()
        where TRecord : class => Add(RecordDefinition.Of(typeof(TRecord)));

    private PluginCollections Add(CollectionDefinition definition)
    {
        declarations.Collections.Add(definition);
        declarations.CollectionPlugins.TryAdd(definition.Name, plugin);
        return this;
    }
}
