using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Collections;

/// <summary>How somebody likes to see the records of a collection: filter, order and columns under a name.</summary>
internal sealed class RecordViewsCollection : ICollectionDefinition
{
    public const string Name = "recordViews";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "recordViews", "tableName": "pergola_record_views", "autoGenId": false, "hidden": true,
              "createdBy": true,
              "fields": [
                { "name": "id", "type": "snowflakeId", "primaryKey": true, "allowNull": false },
                { "name": "collectionName", "type": "string", "allowNull": false, "index": true },
                { "name": "title", "type": "string", "allowNull": false },
                { "name": "isDefault", "type": "boolean", "defaultValue": false },
                { "name": "options", "type": "json", "defaultValue": {} },
                { "name": "sort", "type": "sort", "scopeKey": "collectionName" }
              ]
            }
            """
        );
}
