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
              "createdBy": true, "updatedBy": true, "autoGenId": false, "titleField": "nickname", "from": "db2cm",
              "fields": [
                { "name": "id", "type": "bigInt", "autoIncrement": true, "primaryKey": true, "allowNull": false,
                  "interface": "integer",
                  "uiSchema": { "type": "number", "title": "{{t(\"ID\")}}", "x-component": "InputNumber",
                    "x-read-pretty": true } },
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
                  "uiSchema": { "type": "string", "title": "{{t(\"Password\")}}", "x-component": "Password",
                    "x-validator": { "password": true } } },
                { "name": "passwordChangeTz", "type": "bigInt" },
                { "name": "appLang", "type": "string" },
                { "name": "resetToken", "type": "string", "hidden": true, "unique": true },
                { "name": "systemSettings", "type": "json", "defaultValue": {} },
                { "name": "createdAt", "type": "date", "interface": "createdAt", "field": "createdAt",
                  "uiSchema": { "type": "datetime", "title": "{{t(\"Created at\")}}", "x-component": "DatePicker",
                    "x-component-props": { "dateFormat": "YYYY-MM-DD" }, "x-read-pretty": true } },
                { "name": "updatedAt", "type": "date", "interface": "updatedAt", "field": "updatedAt",
                  "uiSchema": { "type": "datetime", "title": "{{t(\"Last updated at\")}}", "x-component": "DatePicker",
                    "x-component-props": { "dateFormat": "YYYY-MM-DD" }, "x-read-pretty": true } },
                { "name": "sort", "type": "sort", "hidden": true },
                { "name": "roles", "type": "belongsToMany", "interface": "m2m", "target": "roles",
                  "through": "rolesUsers", "foreignKey": "userId", "otherKey": "roleName", "sourceKey": "id",
                  "targetKey": "name", "onDelete": "CASCADE",
                  "uiSchema": { "type": "array", "title": "{{t(\"Roles\")}}", "x-component": "AssociationField",
                    "x-component-props": { "multiple": true, "fieldNames": { "label": "title", "value": "name" } } } },
                { "name": "createdBy", "type": "belongsTo", "interface": "createdBy", "target": "users",
                  "foreignKey": "createdById", "targetKey": "id",
                  "uiSchema": { "type": "object", "title": "{{t(\"Created by\")}}", "x-component": "AssociationField",
                    "x-component-props": { "fieldNames": { "value": "id", "label": "nickname" } },
                    "x-read-pretty": true } },
                { "name": "createdById", "type": "context", "dataType": "bigInt",
                  "dataIndex": "state.currentUser.id", "createOnly": true, "visible": true, "index": true },
                { "name": "updatedBy", "type": "belongsTo", "interface": "updatedBy", "target": "users",
                  "foreignKey": "updatedById", "targetKey": "id",
                  "uiSchema": { "type": "object", "title": "{{t(\"Last updated by\")}}",
                    "x-component": "AssociationField",
                    "x-component-props": { "fieldNames": { "value": "id", "label": "nickname" } },
                    "x-read-pretty": true } },
                { "name": "updatedById", "type": "context", "dataType": "bigInt",
                  "dataIndex": "state.currentUser.id", "visible": true, "index": true }
              ]
            }
            """
        );
}
