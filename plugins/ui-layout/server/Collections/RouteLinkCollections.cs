using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiLayout.Collections;

/// <summary>Which role sees which entry of the menu.</summary>
internal sealed class RolesDesktopRoutesCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "rolesDesktopRoutes", "autoGenId": false, "isThrough": true,
              "fields": [
                { "name": "desktopRouteId", "type": "bigInt", "primaryKey": true },
                { "name": "roleName", "type": "string", "primaryKey": true, "index": true }
              ]
            }
            """
        );
}

/// <summary>Which role sees which entry of the menu on phones.</summary>
internal sealed class RolesMobileRoutesCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "rolesMobileRoutes", "autoGenId": false, "isThrough": true,
              "fields": [
                { "name": "mobileRouteId", "type": "bigInt", "primaryKey": true },
                { "name": "roleName", "type": "string", "primaryKey": true, "index": true }
              ]
            }
            """
        );
}

/// <summary>Which layouts an entry of the menu is in.</summary>
internal sealed class DesktopRoutesUiLayoutsCollection : ICollectionDefinition
{
    public const string Name = "desktopRoutesUiLayouts";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "desktopRoutesUiLayouts", "autoGenId": false, "isThrough": true,
              "fields": [
                { "name": "desktopRouteId", "type": "bigInt", "primaryKey": true },
                { "name": "uiLayoutUid", "type": "string", "primaryKey": true, "index": true }
              ]
            }
            """
        );
}

/// <summary>What roles gain: the entries of the menus they see.</summary>
internal sealed class RoutesOfRoles : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "roles", "from": "db2cm",
              "fields": [
                { "name": "desktopRoutes", "type": "belongsToMany", "target": "desktopRoutes",
                  "through": "rolesDesktopRoutes", "foreignKey": "roleName", "otherKey": "desktopRouteId",
                  "sourceKey": "name", "targetKey": "id", "onDelete": "CASCADE" },
                { "name": "mobileRoutes", "type": "belongsToMany", "target": "mobileRoutes",
                  "through": "rolesMobileRoutes", "foreignKey": "roleName", "otherKey": "mobileRouteId",
                  "sourceKey": "name", "targetKey": "id", "onDelete": "CASCADE" }
              ]
            }
            """
        );
}
