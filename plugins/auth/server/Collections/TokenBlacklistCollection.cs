using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Collections;

/// <summary>Tokens that were ended before their time.</summary>
internal sealed class TokenBlacklistCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "tokenBlacklist",
              "fields": [
                { "name": "token", "type": "string", "index": true },
                { "name": "expiration", "type": "date" }
              ]
            }
            """
        );
}
