using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Collections;

/// <summary>Databases that collections live in.</summary>
internal sealed class DataSourcesCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "dataSources", "autoGenId": false,
              "fields": [
                { "name": "key", "type": "string", "primaryKey": true },
                { "name": "displayName", "type": "string" },
                { "name": "type", "type": "string" },
                { "name": "options", "type": "json" },
                { "name": "enabled", "type": "boolean", "defaultValue": true },
                { "name": "fixed", "type": "boolean", "defaultValue": false },
                { "name": "rolesResourcesScopes", "type": "hasMany", "target": "dataSourcesRolesResourcesScopes", "sourceKey": "key", "foreignKey": "dataSourceKey", "targetKey": "id" }
              ]
            }
            """
        );
}
