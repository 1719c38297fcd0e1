using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.AuditLog.Collections;

/// <summary>How long the log is kept and what is in it, in one row; not a resource.</summary>
internal sealed class AuditSettingsCollection : ICollectionDefinition
{
    public const string Name = "pergola_audit_settings";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_audit_settings", "autoGenId": false, "internal": true,
              "createdAt": false, "updatedAt": false,
              "fields": [
                { "name": "id", "type": "integer", "primaryKey": true, "allowNull": false },
                { "name": "retentionDays", "type": "integer", "allowNull": false },
                { "name": "logReads", "type": "boolean", "allowNull": false }
              ]
            }
            """
        );
}
