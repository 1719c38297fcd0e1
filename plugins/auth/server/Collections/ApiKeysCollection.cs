using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Collections;

/// <summary>
/// Keys that act as one role of the user who made them. <c>token</c> holds what blocks the key, not the key itself; in rows
/// that NocoBase wrote it is the whole token.
/// </summary>
internal sealed class ApiKeysCollection : ICollectionDefinition
{
    public const string Name = "apiKeys";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "apiKeys", "title": "{{t(\"API keys\")}}", "sortable": true, "createdAt": true, "updatedAt": false,
              "createdBy": true, "updatedBy": false,
              "fields": [
                { "name": "name", "type": "string" },
                { "name": "roleName", "type": "string", "index": true },
                { "name": "expiresIn", "type": "string" },
                { "name": "token", "type": "string", "hidden": true }
              ]
            }
            """
        );
}
