using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Collections;

/// <summary>Where the collections stand in the diagram of collections; the table is that of existing installations.</summary>
internal sealed class GraphPositionsCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "graphPositions", "hidden": true,
              "fields": [
                { "name": "collectionName", "type": "string", "unique": true },
                { "name": "x", "type": "double" },
                { "name": "y", "type": "double" }
              ]
            }
            """
        );
}
