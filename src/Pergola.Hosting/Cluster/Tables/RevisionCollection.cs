using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Hosting.Cluster.Tables;

/// <summary>One row that counts the changes nodes have to follow. Whoever counts holds it until the commit, so that a later revision is committed later.</summary>
internal sealed class RevisionCollection : ICollectionDefinition
{
    public const string Name = "pergola_revision";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_revision", "autoGenId": false, "internal": true, "createdAt": false, "updatedAt": false,
              "fields": [
                { "name": "id", "type": "integer", "primaryKey": true, "allowNull": false },
                { "name": "value", "type": "bigInt", "allowNull": false }
              ]
            }
            """
        );
}
