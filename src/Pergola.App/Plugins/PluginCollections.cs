using Pergola.App.Records;

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

    /// <summary>A collection described by the class of its records, which carries <see cref="CollectionAttribute"/>.</summary>
    public PluginCollections Of<TRecord>()
        where TRecord : class
    {
        declarations.Collections.Add(RecordDefinition.Of(typeof(TRecord)));
        return this;
    }
}
