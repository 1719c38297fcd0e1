using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Collections;

/// <summary>Ways to sign in, with their settings.</summary>
internal sealed class AuthenticatorsCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "authenticators", "title": "{{t(\"Authenticators\")}}", "sortable": true,
              "createdBy": true, "updatedBy": true,
              "fields": [
                { "name": "name", "type": "string", "allowNull": false, "unique": true },
                { "name": "authType", "type": "string", "allowNull": false },
                { "name": "title", "type": "string" },
                { "name": "description", "type": "string", "allowNull": false, "defaultValue": "" },
                { "name": "options", "type": "json", "allowNull": false, "defaultValue": {} },
                { "name": "enabled", "type": "boolean", "defaultValue": false }
              ]
            }
            """
        );
}
