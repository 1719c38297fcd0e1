using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Departments.Collections;

/// <summary>What users gain: their departments, and the one of these that counts as theirs.</summary>
internal sealed class DepartmentsOfUsers : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "users", "from": "db2cm",
              "fields": [
                { "name": "departments", "type": "belongsToMany", "interface": "m2m", "target": "departments",
                  "through": "departmentsUsers", "foreignKey": "userId", "otherKey": "departmentId",
                  "sourceKey": "id", "targetKey": "id", "onDelete": "CASCADE",
                  "uiSchema": { "type": "array", "title": "{{t(\"Departments\")}}", "x-component": "AssociationField",
                    "x-component-props": { "multiple": true, "fieldNames": { "label": "title", "value": "id" } } } },
                { "name": "mainDepartmentId", "type": "bigInt", "isForeignKey": true, "index": true,
                  "omitNull": true },
                { "name": "mainDepartment", "type": "belongsTo", "interface": "m2o", "target": "departments",
                  "foreignKey": "mainDepartmentId", "targetKey": "id", "onDelete": "SET NULL",
                  "uiSchema": { "type": "object", "title": "{{t(\"Main department\")}}",
                    "x-component": "AssociationField",
                    "x-component-props": { "fieldNames": { "label": "title", "value": "id" } } } }
              ]
            }
            """
        );
}
