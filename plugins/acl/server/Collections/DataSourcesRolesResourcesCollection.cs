using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Collections;

/// <summary>Collections for which a role has rules of their own.</summary>
internal sealed class DataSourcesRolesResourcesCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "dataSourcesRolesResources", "autoGenId": false,
              "fields": [
                { "name": "id", "type": "snowflakeId", "primaryKey": true, "allowNull": false },
                { "name": "dataSourceKey", "type": "string", "defaultValue": "main", "index": true },
                { "name": "roleName", "type": "string", "index": true },
                { "name": "name", "type": "string" },
                { "name": "usingActionsConfig", "type": "boolean" },
                { "name": "actions", "type": "hasMany", "target": "dataSourcesRolesResourcesActions", "sourceKey": "id", "foreignKey": "rolesResourceId", "targetKey": "id", "onDelete": "CASCADE" }
              ]
            }
            """
        );
}
