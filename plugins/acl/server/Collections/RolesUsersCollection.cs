using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Collections;

/// <summary>Which user has which role, and which of them is the default.</summary>
internal sealed class RolesUsersCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "rolesUsers", "autoGenId": false, "isThrough": true,
              "fields": [
                { "name": "default", "type": "boolean" },
                { "name": "roleName", "type": "string", "primaryKey": true },
                { "name": "userId", "type": "bigInt", "primaryKey": true, "index": true }
              ]
            }
            """
        );
}
