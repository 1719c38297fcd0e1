using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Departments.Collections;

/// <summary>
/// Who is a member of which department, and who owns it. <c>isMain</c> is of older installations and no longer counts:
/// <c>users.mainDepartmentId</c> does.
/// </summary>
internal sealed class DepartmentsUsersCollection : ICollectionDefinition
{
    public const string Name = "departmentsUsers";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "departmentsUsers", "autoGenId": false, "isThrough": true,
              "fields": [
                { "name": "departmentId", "type": "bigInt", "primaryKey": true },
                { "name": "userId", "type": "bigInt", "primaryKey": true, "index": true },
                { "name": "isOwner", "type": "boolean", "allowNull": false, "defaultValue": false },
                { "name": "isMain", "type": "boolean", "allowNull": false, "defaultValue": false }
              ]
            }
            """
        );
}
