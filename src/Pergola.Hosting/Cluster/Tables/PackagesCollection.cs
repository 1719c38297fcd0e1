using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Hosting.Cluster.Tables;

/// <summary>Files of installed packages, for nodes that share a database and no folder.</summary>
internal sealed class PackagesCollection : ICollectionDefinition
{
    public const string Name = "pergola_packages";

    // The content is base64: no type of field holds bytes.
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_packages", "autoGenId": false, "internal": true, "updatedAt": false,
              "fields": [
                { "name": "name", "type": "string", "primaryKey": true, "allowNull": false },
                { "name": "package", "type": "string", "allowNull": false },
                { "name": "content", "type": "text", "allowNull": false }
              ]
            }
            """
        );
}
