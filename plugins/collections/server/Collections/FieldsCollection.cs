using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Collections;

/// <summary>One row per field of a stored collection.</summary>
internal sealed class FieldsCollection : ICollectionDefinition
{
    public const string Name = "fields";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "fields", "autoGenId": false, "timestamps": false,
              "fields": [
                { "name": "key", "type": "uid", "primaryKey": true },
                { "name": "name", "type": "string" },
                { "name": "type", "type": "string" },
                { "name": "interface", "type": "string" },
                { "name": "description", "type": "string" },
                { "name": "collectionName", "type": "string" },
                { "name": "parentKey", "type": "string", "index": true },
                { "name": "reverseKey", "type": "string", "index": true },
                { "name": "options", "type": "json", "defaultValue": {} },
                { "name": "sort", "type": "bigInt", "hidden": true },
                { "name": "reverseField", "type": "belongsTo", "target": "fields", "foreignKey": "reverseKey", "targetKey": "key" }
              ],
              "indexes": [{ "fields": ["collectionName", "name"], "unique": true }]
            }
            """
        );
}
