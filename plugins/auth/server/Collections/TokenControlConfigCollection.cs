using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Collections;

/// <summary>How long tokens and sessions live.</summary>
internal sealed class TokenControlConfigCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "tokenControlConfig", "autoGenId": false, "createdBy": true, "updatedBy": true,
              "fields": [
                { "name": "key", "type": "string", "primaryKey": true, "allowNull": false },
                { "name": "config", "type": "json", "allowNull": false, "defaultValue": {} }
              ]
            }
            """
        );
}
