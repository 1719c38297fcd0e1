using Pergola.App.Plugins;
using Pergola.Data.Records.Trees;
using Pergola.Data.Schema;

namespace Pergola.Plugins.FlowEngine.Collections;

/// <summary>Which part of a page is below which.</summary>
internal sealed class FlowModelTreePathCollection : ICollectionDefinition
{
    public const string Name = "flowModelTreePath";

    public CollectionDefinition Define() => ClosurePaths.Define(Name);
}
