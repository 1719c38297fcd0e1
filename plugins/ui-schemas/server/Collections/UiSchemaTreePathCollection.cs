using Pergola.App.Plugins;
using Pergola.Data.Records.Trees;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiSchemas.Collections;

/// <summary>Which node is below which.</summary>
internal sealed class UiSchemaTreePathCollection : ICollectionDefinition
{
    public const string Name = "uiSchemaTreePath";

    public CollectionDefinition Define() => ClosurePaths.Define(Name);
}
