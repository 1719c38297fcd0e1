using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Collections;

/// <summary>Secrets of the installation that no environment gave; not a resource.</summary>
internal sealed class SecretsCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_secrets", "autoGenId": false, "internal": true,
              "fields": [
                { "name": "name", "type": "string", "primaryKey": true, "allowNull": false },
                { "name": "value", "type": "text", "allowNull": false, "hidden": true }
              ]
            }
            """
        );
}
