using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Hosting.Cluster.Tables;

/// <summary>What has changed with each revision, kept for as long as a node may be behind.</summary>
internal sealed class SignalsCollection : ICollectionDefinition
{
    public const string Name = "pergola_signals";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_signals", "autoGenId": false, "internal": true, "createdAt": false, "updatedAt": false,
              "fields": [
                { "name": "id", "type": "snowflakeId", "primaryKey": true, "allowNull": false },
                { "name": "revision", "type": "bigInt", "allowNull": false },
                { "name": "topic", "type": "string", "allowNull": false },
                { "name": "message", "type": "text", "allowNull": false },
                { "name": "node", "type": "string", "allowNull": false },
                { "name": "committedAt", "type": "bigInt", "allowNull": false }
              ],
              "indexes": [{ "fields": ["revision"] }]
            }
            """
        );
}
