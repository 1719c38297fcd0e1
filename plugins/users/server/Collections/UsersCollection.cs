using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Users.Collections;

/// <summary>User accounts; the table is that of existing installations.</summary>
internal sealed class UsersCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "users", "title": "{{t(\"Users\")}}", "template": "general", "sortable": "sort",
              "createdBy": true, "updatedBy": true, "autoGenId": false, "titleField": "nickname",
              "fields": [
                { "name": "id", "type": "bigInt", "autoIncrement": true, "primaryKey": true, "allowNull": false,
                  "interface": "id",
                  "uiSchema": { "type": "number", "title": "{{t(\"ID\")}}", "x-component": "InputNumber",
                    "x-read-pretty": true } },
                { "name": "createdAt", "type": "date", "interface": "createdAt",
                  "uiSchema": { "type": "datetime", "title": "{{t(\"Created at\")}}", "x-component": "DatePicker",
                    "x-component-props": {}, "x-read-pretty": true } },
                { "name": "updatedAt", "type": "date", "interface": "updatedAt",
                  "uiSchema": { "type": "string", "title": "{{t(\"Last updated at\")}}", "x-component": "DatePicker",
                    "x-component-props": {}, "x-read-pretty": true } },
                { "name": "nickname", "type": "string", "interface": "input",
                  "uiSchema": { "type": "string", "title": "{{t(\"Nickname\")}}", "x-component": "Input" } },
                { "name": "username", "type": "string", "interface": "input", "unique": true,
                  "uiSchema": { "type": "string", "title": "{{t(\"Username\")}}", "x-component": "Input",
                    "x-validator": { "username": true }, "required": true } },
                { "name": "email", "type": "string", "interface": "email", "unique": true,
                  "uiSchema": { "type": "string", "title": "{{t(\"Email\")}}", "x-component": "Input",
                    "x-validator": "email", "required": true } },
                { "name": "phone", "type": "string", "interface": "input", "unique": true,
                  "uiSchema": { "type": "string", "title": "{{t(\"Phone\")}}", "x-component": "Input",
                    "required": true } },
                { "name": "password", "type": "password", "interface": "password", "hidden": true,
                  "uiSchema": { "type": "string", "title": "{{t(\"Password\")}}", "x-component": "Password" } },
                { "name": "passwordChangeTz", "type": "bigInt" },
                { "name": "appLang", "type": "string" },
                { "name": "resetToken", "type": "string", "hidden": true, "unique": true },
                { "name": "systemSettings", "type": "json", "defaultValue": {} },
                { "name": "roles", "type": "belongsToMany", "interface": "m2m", "target": "roles",
                  "through": "rolesUsers", "foreignKey": "userId", "otherKey": "roleName", "sourceKey": "id",
                  "targetKey": "name", "onDelete": "CASCADE",
                  "uiSchema": { "type": "array", "title": "{{t(\"Roles\")}}", "x-component": "AssociationField",
                    "x-component-props": { "multiple": true, "fieldNames": { "label": "title", "value": "name" } } } }
              ]
            }
            """
        );
}
