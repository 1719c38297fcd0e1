using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Collections;

/// <summary>Which collection is in which category.</summary>
internal sealed class CollectionCategoryCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "collectionCategory", "autoGenId": false, "hidden": true,
              "fields": [
                { "name": "collectionName", "type": "string", "primaryKey": true },
                { "name": "categoryId", "type": "bigInt", "primaryKey": true, "index": true }
              ]
            }
            """
        );
}
