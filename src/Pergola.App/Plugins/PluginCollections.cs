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
}
