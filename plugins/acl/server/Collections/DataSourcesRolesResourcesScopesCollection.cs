using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Collections;

/// <summary>Conditions that rules of roles refer to.</summary>
internal sealed class DataSourcesRolesResourcesScopesCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "dataSourcesRolesResourcesScopes", "autoGenId": false,
              "fields": [
                { "name": "id", "type": "snowflakeId", "primaryKey": true, "allowNull": false },
                { "name": "key", "type": "uid" },
                { "name": "dataSourceKey", "type": "string", "defaultValue": "main", "index": true },
                { "name": "name", "type": "string" },
                { "name": "resourceName", "type": "string" },
                { "name": "scope", "type": "json" }
              ]
            }
            """
        );
}
