namespace Pergola.App.Plugins;

/// <summary>The collections a plugin brings.</summary>
public sealed class PluginCollections(PluginDeclarations declarations)
{
    public PluginCollections Add<TDefinition>()
        where TDefinition : ICollectionDefinition, new()
    {
        declarations.Collections.Add(new TDefinition().Define());
        return this;
    }
}
