using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Collections;

/// <summary>Categories that group collections in the designer.</summary>
internal sealed class CollectionCategoriesCollection : ICollectionDefinition
{
    public const string Name = "collectionCategories";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "collectionCategories", "autoGenId": false,
              "fields": [
                { "name": "id", "type": "snowflakeId", "primaryKey": true, "allowNull": false },
                { "name": "name", "type": "string" },
                { "name": "color", "type": "string", "defaultValue": "default" },
                { "name": "sort", "type": "sort", "hidden": true }
              ]
            }
            """
        );
}
