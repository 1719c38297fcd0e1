using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiLayout.Collections;

/// <summary>The entries of the menu on phones, as older installations have them beside layouts.</summary>
internal sealed class MobileRoutesCollection : ICollectionDefinition
{
    public const string Name = "mobileRoutes";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "mobileRoutes", "title": "{{t(\"Mobile routes\")}}", "template": "tree", "tree": "adjacencyList",
              "autoGenId": false, "createdBy": true, "updatedBy": true, "titleField": "title",
              "fields": [
                { "name": "id", "type": "snowflakeId", "primaryKey": true, "allowNull": false },
                { "name": "createdAt", "type": "date" },
                { "name": "updatedAt", "type": "date" },
                { "name": "parentId", "type": "bigInt", "isForeignKey": true, "index": true },
                { "name": "parent", "type": "belongsTo", "target": "mobileRoutes", "foreignKey": "parentId",
                  "targetKey": "id", "treeParent": true },
                { "name": "children", "type": "hasMany", "target": "mobileRoutes", "foreignKey": "parentId",
                  "sourceKey": "id", "targetKey": "id", "treeChildren": true, "onDelete": "CASCADE" },
                { "name": "title", "type": "string", "translation": true },
                { "name": "icon", "type": "string" },
                { "name": "schemaUid", "type": "string" },
                { "name": "type", "type": "string" },
                { "name": "options", "type": "json" },
                { "name": "sort", "type": "sort", "scopeKey": "parentId" },
                { "name": "hideInMenu", "type": "boolean" },
                { "name": "enableTabs", "type": "boolean" },
                { "name": "hidden", "type": "boolean" },
                { "name": "roles", "type": "belongsToMany", "target": "roles", "through": "rolesMobileRoutes",
                  "foreignKey": "mobileRouteId", "otherKey": "roleName", "sourceKey": "id", "targetKey": "name",
                  "onDelete": "CASCADE" }
              ]
            }
            """
        );
}
