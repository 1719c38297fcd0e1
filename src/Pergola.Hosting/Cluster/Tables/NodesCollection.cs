using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Hosting.Cluster.Tables;

/// <summary>The nodes of an app: which live, and how far each has followed the changes of the others.</summary>
internal sealed class NodesCollection : ICollectionDefinition
{
    public const string Name = "pergola_nodes";

    // leaseUntil is in milliseconds of the database's clock since 1970, so that the clocks of nodes play no part.
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_nodes", "autoGenId": false, "internal": true, "updatedAt": false,
              "fields": [
                { "name": "id", "type": "string", "primaryKey": true, "allowNull": false },
                { "name": "host", "type": "string", "allowNull": false },
                { "name": "version", "type": "string", "allowNull": false },
                { "name": "leaseUntil", "type": "bigInt", "allowNull": false },
                { "name": "seen", "type": "bigInt", "allowNull": false },
                { "name": "facts", "type": "text" },
                { "name": "pluginChange", "type": "string" },
                { "name": "pluginError", "type": "text" }
              ]
            }
            """
        );
}
