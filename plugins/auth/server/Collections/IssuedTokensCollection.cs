using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Collections;

/// <summary>Sessions: one row per sign-in.</summary>
internal sealed class IssuedTokensCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "issuedTokens", "autoGenId": false,
              "fields": [
                { "name": "id", "type": "uuid", "primaryKey": true, "allowNull": false },
                { "name": "signInTime", "type": "bigInt", "allowNull": false },
                { "name": "jti", "type": "uuid", "allowNull": false, "index": true, "autoFill": false },
                { "name": "issuedTime", "type": "bigInt", "allowNull": false },
                { "name": "userId", "type": "bigInt", "allowNull": false },
                { "name": "authenticator", "type": "string", "index": true }
              ]
            }
            """
        );
}
