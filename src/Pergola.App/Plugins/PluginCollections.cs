using Pergola.App.Records;

namespace Pergola.App.Plugins;

/// <summary>The collections a plugin brings.</summary>
public sealed class PluginCollections(string plugin, PluginDeclarations declarations)
{
    public PluginCollections Add<TDefinition>()
        where TDefinition : ICollectionDefinition, new()
    {
        var definition = new TDefinition().Define();
        declarations.Collections.Add(definition);
        declarations.CollectionPlugins.TryAdd(definition.Name, plugin);
        return this;
    }

    /// <summary>A collection described by the class of its records, which carries <see cref="CollectionAttribute"/>.</summary>
    public PluginCollections Of<TRecord>()
        where TRecord : class
    {
        declarations.Collections.Add(RecordDefinition.Of(typeof(TRecord)));
        return this;
    }
}
