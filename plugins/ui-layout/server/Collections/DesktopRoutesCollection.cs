using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiLayout.Collections;

/// <summary>The entries of the menu as a tree; the table is that of existing installations.</summary>
internal sealed class DesktopRoutesCollection : ICollectionDefinition
{
    public const string Name = "desktopRoutes";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "desktopRoutes", "title": "{{t(\"Desktop routes\")}}", "template": "tree", "tree": "adjacencyList",
              "autoGenId": false, "createdBy": true, "updatedBy": true, "titleField": "title",
              "fields": [
                { "name": "id", "type": "snowflakeId", "primaryKey": true, "allowNull": false },
                { "name": "createdAt", "type": "date" },
                { "name": "updatedAt", "type": "date" },
                { "name": "parentId", "type": "bigInt", "isForeignKey": true, "index": true },
                { "name": "parent", "type": "belongsTo", "target": "desktopRoutes", "foreignKey": "parentId",
                  "targetKey": "id", "treeParent": true },
                { "name": "children", "type": "hasMany", "target": "desktopRoutes", "foreignKey": "parentId",
                  "sourceKey": "id", "targetKey": "id", "treeChildren": true, "onDelete": "CASCADE" },
                { "name": "title", "type": "string", "translation": true },
                { "name": "tooltip", "type": "string", "translation": true },
                { "name": "icon", "type": "string" },
                { "name": "schemaUid", "type": "string" },
                { "name": "menuSchemaUid", "type": "string" },
                { "name": "tabSchemaName", "type": "string" },
                { "name": "type", "type": "string" },
                { "name": "options", "type": "json" },
                { "name": "sort", "type": "sort", "scopeKey": "parentId" },
                { "name": "hideInMenu", "type": "boolean" },
                { "name": "enableTabs", "type": "boolean" },
                { "name": "enableHeader", "type": "boolean" },
                { "name": "displayTitle", "type": "boolean" },
                { "name": "hidden", "type": "boolean" },
                { "name": "roles", "type": "belongsToMany", "target": "roles", "through": "rolesDesktopRoutes",
                  "foreignKey": "desktopRouteId", "otherKey": "roleName", "sourceKey": "id", "targetKey": "name",
                  "onDelete": "CASCADE" },
                { "name": "uiLayouts", "type": "belongsToMany", "target": "uiLayouts",
                  "through": "desktopRoutesUiLayouts", "foreignKey": "desktopRouteId", "otherKey": "uiLayoutUid",
                  "sourceKey": "id", "targetKey": "uid", "onDelete": "CASCADE" }
              ]
            }
            """
        );
}
