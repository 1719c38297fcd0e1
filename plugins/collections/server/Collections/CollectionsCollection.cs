using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Collections;

/// <summary>One row per collection that users made or may extend.</summary>
internal sealed class CollectionsCollection : ICollectionDefinition
{
    public const string Name = "collections";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "collections", "autoGenId": false, "timestamps": false, "filterTargetKey": "name",
              "fields": [
                { "name": "key", "type": "uid", "primaryKey": true },
                { "name": "name", "type": "string", "unique": true },
                { "name": "title", "type": "string" },
                { "name": "inherit", "type": "boolean", "defaultValue": false },
                { "name": "hidden", "type": "boolean", "defaultValue": false },
                { "name": "options", "type": "json", "defaultValue": {} },
                { "name": "description", "type": "string" },
                { "name": "sort", "type": "bigInt", "hidden": true },
                { "name": "fields", "type": "hasMany", "target": "fields", "sourceKey": "name", "targetKey": "name",
                  "foreignKey": "collectionName", "sortBy": "sort" },
                { "name": "category", "type": "belongsToMany", "target": "collectionCategories",
                  "through": "collectionCategory", "sourceKey": "name", "foreignKey": "collectionName",
                  "targetKey": "id", "otherKey": "categoryId", "sortBy": "sort" }
              ]
            }
            """
        );
}
