using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Departments.Collections;

/// <summary>The departments of an organisation as a tree; the table is that of existing installations.</summary>
internal sealed class DepartmentsCollection : ICollectionDefinition
{
    public const string Name = "departments";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "departments", "title": "{{t(\"Departments\")}}", "template": "tree", "tree": "adjacencyList",
              "autoGenId": false, "sortable": "sort", "createdBy": true, "updatedBy": true, "titleField": "title",
              "from": "db2cm",
              "fields": [
                { "name": "id", "type": "snowflakeId", "primaryKey": true, "allowNull": false, "interface": "id",
                  "uiSchema": { "type": "number", "title": "{{t(\"ID\")}}", "x-component": "InputNumber",
                    "x-read-pretty": true } },
                { "name": "title", "type": "string", "interface": "input",
                  "uiSchema": { "type": "string", "title": "{{t(\"Department name\")}}", "x-component": "Input",
                    "required": true } },
                { "name": "isLeaf", "type": "boolean" },
                { "name": "parentId", "type": "bigInt", "isForeignKey": true, "index": true },
                { "name": "parent", "type": "belongsTo", "interface": "m2o", "target": "departments",
                  "foreignKey": "parentId", "targetKey": "id", "treeParent": true,
                  "uiSchema": { "type": "object", "title": "{{t(\"Parent department\")}}",
                    "x-component": "AssociationField",
                    "x-component-props": { "fieldNames": { "label": "title", "value": "id" } } } },
                { "name": "children", "type": "hasMany", "interface": "o2m", "target": "departments",
                  "foreignKey": "parentId", "sourceKey": "id", "targetKey": "id", "treeChildren": true,
                  "uiSchema": { "type": "array", "title": "{{t(\"Departments below\")}}",
                    "x-component": "AssociationField",
                    "x-component-props": { "multiple": true, "fieldNames": { "label": "title", "value": "id" } } } },
                { "name": "members", "type": "belongsToMany", "interface": "m2m", "target": "users",
                  "through": "departmentsUsers", "foreignKey": "departmentId", "otherKey": "userId",
                  "sourceKey": "id", "targetKey": "id", "onDelete": "CASCADE",
                  "uiSchema": { "type": "array", "title": "{{t(\"Members\")}}", "x-component": "AssociationField",
                    "x-component-props": { "multiple": true, "fieldNames": { "label": "nickname", "value": "id" } } } },
                { "name": "owners", "type": "belongsToMany", "interface": "m2m", "target": "users",
                  "through": "departmentsUsers", "foreignKey": "departmentId", "otherKey": "userId",
                  "sourceKey": "id", "targetKey": "id", "throughScope": { "isOwner": true },
                  "uiSchema": { "type": "array", "title": "{{t(\"Owners\")}}", "x-component": "AssociationField",
                    "x-read-pretty": true,
                    "x-component-props": { "multiple": true, "fieldNames": { "label": "nickname", "value": "id" } } } },
                { "name": "roles", "type": "belongsToMany", "interface": "m2m", "target": "roles",
                  "through": "departmentsRoles", "foreignKey": "departmentId", "otherKey": "roleName",
                  "sourceKey": "id", "targetKey": "name", "onDelete": "CASCADE",
                  "uiSchema": { "type": "array", "title": "{{t(\"Roles\")}}", "x-component": "AssociationField",
                    "x-component-props": { "multiple": true, "fieldNames": { "label": "title", "value": "name" } } } },
                { "name": "sort", "type": "sort", "scopeKey": "parentId", "hidden": true }
              ]
            }
            """
        );
}
