using Pergola.Data.Schema;

namespace Pergola.App.Plugins;

/// <summary>A collection that a plugin brings in code.</summary>
[ExtensionPoint]
public interface ICollectionDefinition
{
    CollectionDefinition Define();
}
