using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Collections;

/// <summary>The successors of tokens that were renewed in the last seconds, for requests that still carry the old one.</summary>
internal sealed class RenewalsCollection : ICollectionDefinition
{
    public const string Name = "pergola_renewals";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_renewals", "autoGenId": false, "internal": true, "createdAt": false, "updatedAt": false,
              "fields": [
                { "name": "jti", "type": "uuid", "primaryKey": true, "allowNull": false, "autoFill": false },
                { "name": "successor", "type": "uuid", "allowNull": false, "autoFill": false },
                { "name": "renewedAt", "type": "bigInt", "allowNull": false }
              ]
            }
            """
        );
}
