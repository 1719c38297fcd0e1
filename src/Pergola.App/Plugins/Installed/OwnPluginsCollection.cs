using Pergola.Data.Schema;

namespace Pergola.App.Plugins.Installed;

/// <summary>Plugins that NocoBase does not know, and would not start with.</summary>
public sealed class OwnPluginsCollection : ICollectionDefinition
{
    public const string Name = "pergola_plugins";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_plugins", "autoGenId": false, "internal": true,
              "fields": [
                { "name": "name", "type": "string", "primaryKey": true, "allowNull": false },
                { "name": "packageName", "type": "string", "allowNull": false },
                { "name": "version", "type": "string" },
                { "name": "enabled", "type": "boolean", "allowNull": false },
                { "name": "installed", "type": "boolean", "allowNull": false },
                { "name": "hash", "type": "string" }
              ]
            }
            """
        );
}
