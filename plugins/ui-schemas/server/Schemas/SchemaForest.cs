using Pergola.Data.Dialects;
using Pergola.Data.Records.Trees;
using Pergola.Plugins.UiSchemas.Collections;

namespace Pergola.Plugins.UiSchemas.Schemas;

/// <summary>The trees of nodes that pages of the first kind consist of.</summary>
internal sealed class SchemaForest(Database database)
{
    private const int MaxDepth = 100;

    private static readonly ClosureShape Shape = new(
        UiSchemasCollection.Name,
        "x-uid",
        "schema",
        UiSchemaTreePathCollection.Name,
        MaxDepth
    );

    public ClosureReader Reader { get; } = new(Shape, database);

    public ClosureWriter Writer { get; } = new(Shape);
}
