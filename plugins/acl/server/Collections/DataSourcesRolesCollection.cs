using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Collections;

/// <summary>What a role may do with every collection of a database.</summary>
internal sealed class DataSourcesRolesCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "dataSourcesRoles", "autoGenId": false, "timestamps": false,
              "fields": [
                { "name": "id", "type": "uid", "primaryKey": true },
                { "name": "roleName", "type": "string", "index": true },
                { "name": "strategy", "type": "json" },
                { "name": "dataSourceKey", "type": "string", "index": true }
              ]
            }
            """
        );
}
