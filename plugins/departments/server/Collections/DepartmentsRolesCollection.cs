using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Departments.Collections;

/// <summary>The roles that members of a department have by it.</summary>
internal sealed class DepartmentsRolesCollection : ICollectionDefinition
{
    public const string Name = "departmentsRoles";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "departmentsRoles", "autoGenId": false, "isThrough": true,
              "fields": [
                { "name": "departmentId", "type": "bigInt", "primaryKey": true },
                { "name": "roleName", "type": "string", "primaryKey": true, "index": true }
              ]
            }
            """
        );
}
