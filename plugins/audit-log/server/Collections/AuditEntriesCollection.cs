using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.AuditLog.Collections;

/// <summary>What happened: one row for each action, written by the server alone; not a resource.</summary>
internal sealed class AuditEntriesCollection : ICollectionDefinition
{
    public const string Name = "pergola_audit_entries";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_audit_entries", "autoGenId": false, "internal": true,
              "createdAt": false, "updatedAt": false,
              "fields": [
                { "name": "id", "type": "bigInt", "primaryKey": true, "allowNull": false },
                { "name": "at", "type": "date", "allowNull": false },
                { "name": "userId", "type": "bigInt" },
                { "name": "userName", "type": "string" },
                { "name": "account", "type": "string" },
                { "name": "role", "type": "string" },
                { "name": "apiKey", "type": "string" },
                { "name": "action", "type": "string", "allowNull": false },
                { "name": "resource", "type": "string", "allowNull": false },
                { "name": "collection", "type": "string" },
                { "name": "sourceKey", "type": "string" },
                { "name": "recordKey", "type": "string" },
                { "name": "recordKeys", "type": "json" },
                { "name": "recordCount", "type": "integer" },
                { "name": "status", "type": "integer", "allowNull": false },
                { "name": "duration", "type": "integer", "allowNull": false },
                { "name": "requestId", "type": "string", "allowNull": false },
                { "name": "address", "type": "string" },
                { "name": "userAgent", "type": "text" },
                { "name": "dataSource", "type": "string", "allowNull": false },
                { "name": "changes", "type": "hasMany", "target": "pergola_audit_changes",
                  "sourceKey": "requestId", "foreignKey": "requestId" }
              ],
              "indexes": [
                { "fields": ["at"] }, { "fields": ["userId"] }, { "fields": ["collection", "recordKey"] },
                { "fields": ["resource"] }, { "fields": ["requestId"] }
              ]
            }
            """
        );
}
