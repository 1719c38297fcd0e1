using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Collections;

/// <summary>
/// From where sessions were started, beside their rows in <c>issuedTokens</c>, which NocoBase reads too; not a resource.
/// </summary>
internal sealed class SessionOriginsCollection : ICollectionDefinition
{
    public const string Name = "pergola_sessions";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_sessions", "autoGenId": false, "internal": true,
              "fields": [
                { "name": "id", "type": "uuid", "primaryKey": true, "allowNull": false },
                { "name": "userId", "type": "bigInt", "allowNull": false, "index": true },
                { "name": "signInTime", "type": "bigInt", "allowNull": false },
                { "name": "userAgent", "type": "string" },
                { "name": "address", "type": "string" }
              ]
            }
            """
        );
}
