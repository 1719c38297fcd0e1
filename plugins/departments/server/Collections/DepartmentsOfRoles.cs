using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Departments.Collections;

/// <summary>What roles gain: the departments whose members have them.</summary>
internal sealed class DepartmentsOfRoles : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "roles", "from": "db2cm",
              "fields": [
                { "name": "departments", "type": "belongsToMany", "target": "departments",
                  "through": "departmentsRoles", "foreignKey": "roleName", "otherKey": "departmentId",
                  "sourceKey": "name", "targetKey": "id", "onDelete": "CASCADE" }
              ]
            }
            """
        );
}
