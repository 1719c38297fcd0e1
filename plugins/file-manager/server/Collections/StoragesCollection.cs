using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.FileManager.Collections;

/// <summary>Places that files are kept in.</summary>
internal sealed class StoragesCollection : ICollectionDefinition
{
    public const string Name = "storages";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "storages", "autoGenId": false,
              "fields": [
                { "name": "id", "type": "snowflakeId", "primaryKey": true },
                { "name": "title", "type": "string", "translation": true },
                { "name": "name", "type": "string", "unique": true },
                { "name": "type", "type": "string" },
                { "name": "options", "type": "jsonb", "defaultValue": {}, "hidden": true },
                { "name": "rules", "type": "jsonb", "defaultValue": {} },
                { "name": "path", "type": "text", "defaultValue": "" },
                { "name": "baseUrl", "type": "string", "defaultValue": "" },
                { "name": "renameMode", "type": "string", "defaultValue": "appendRandomID" },
                { "name": "default", "type": "boolean", "defaultValue": false },
                { "name": "paranoid", "type": "boolean", "defaultValue": false },
                { "name": "settings", "type": "json", "defaultValue": {}, "hidden": true }
              ]
            }
            """
        );
}
