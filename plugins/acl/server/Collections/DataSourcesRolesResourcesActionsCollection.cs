using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Collections;

/// <summary>The rules of a role for one collection, one for each action.</summary>
internal sealed class DataSourcesRolesResourcesActionsCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "dataSourcesRolesResourcesActions", "autoGenId": false,
              "fields": [
                { "name": "id", "type": "snowflakeId", "primaryKey": true, "allowNull": false },
                { "name": "name", "type": "string" },
                { "name": "fields", "type": "set", "defaultValue": [] },
                { "name": "scope", "type": "belongsTo", "target": "dataSourcesRolesResourcesScopes", "foreignKey": "scopeId", "targetKey": "id", "onDelete": "RESTRICT" },
                { "name": "rolesResource", "type": "belongsTo", "target": "dataSourcesRolesResources", "foreignKey": "rolesResourceId", "targetKey": "id", "onDelete": "CASCADE" }
              ]
            }
            """
        );
}
