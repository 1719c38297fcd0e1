using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Collections;

/// <summary>Roles; the table is that of existing installations.</summary>
internal sealed class RolesCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "roles", "title": "{{t(\"Roles\")}}", "autoGenId": false, "sortable": true,
              "filterTargetKey": "name", "titleField": "title", "description": "Role data", "from": "db2cm",
              "fields": [
                { "name": "name", "type": "uid", "prefix": "r_", "primaryKey": true, "interface": "input",
                  "uiSchema": { "type": "string", "title": "{{t(\"Role UID\")}}", "x-component": "Input" } },
                { "name": "title", "type": "string", "unique": true, "interface": "input", "translation": true,
                  "uiSchema": { "type": "string", "title": "{{t(\"Role name\")}}", "x-component": "Input" } },
                { "name": "description", "type": "string" },
                { "name": "strategy", "type": "json" },
                { "name": "default", "type": "boolean", "defaultValue": false },
                { "name": "hidden", "type": "boolean", "defaultValue": false },
                { "name": "allowConfigure", "type": "boolean" },
                { "name": "allowNewMenu", "type": "boolean" },
                { "name": "snippets", "type": "set", "defaultValue": ["!ui.*", "!pm", "!pm.*"] },
                { "name": "users", "type": "belongsToMany", "target": "users", "through": "rolesUsers",
                  "foreignKey": "roleName", "otherKey": "userId", "sourceKey": "name", "targetKey": "id",
                  "onDelete": "CASCADE" },
                { "name": "sort", "type": "sort", "hidden": true },
                { "name": "allowNewMobileMenu", "type": "boolean" },
                { "name": "allowNewAiEmployee", "type": "boolean" }
              ]
            }
            """
        );
}
