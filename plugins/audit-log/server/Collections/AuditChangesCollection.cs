using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.AuditLog.Collections;

/// <summary>
/// Values before and after, one row for each record changed in a collection that asks for it; written in the transaction of
/// the change. Not a resource.
/// </summary>
internal sealed class AuditChangesCollection : ICollectionDefinition
{
    public const string Name = "pergola_audit_changes";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_audit_changes", "autoGenId": false, "internal": true,
              "createdAt": false, "updatedAt": false,
              "fields": [
                { "name": "id", "type": "bigInt", "primaryKey": true, "allowNull": false },
                { "name": "at", "type": "date", "allowNull": false },
                { "name": "requestId", "type": "string" },
                { "name": "userId", "type": "bigInt" },
                { "name": "collection", "type": "string", "allowNull": false },
                { "name": "recordKey", "type": "string" },
                { "name": "kind", "type": "string", "allowNull": false },
                { "name": "fields", "type": "json", "allowNull": false }
              ],
              "indexes": [
                { "fields": ["requestId"] }, { "fields": ["collection", "recordKey"] }, { "fields": ["at"] }
              ]
            }
            """
        );
}
