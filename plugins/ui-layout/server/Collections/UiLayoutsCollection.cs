using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiLayout.Collections;

/// <summary>The layouts an app has, such as that for wide screens and that for phones.</summary>
internal sealed class UiLayoutsCollection : ICollectionDefinition
{
    public const string Name = "uiLayouts";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "uiLayouts", "autoGenId": false, "timestamps": false,
              "fields": [
                { "name": "uid", "type": "uid", "primaryKey": true },
                { "name": "title", "type": "string", "allowNull": false, "defaultValue": "Untitled" },
                { "name": "layoutType", "type": "string", "allowNull": false, "defaultValue": "desktop" },
                { "name": "routeName", "type": "string", "allowNull": false, "unique": true },
                { "name": "routePath", "type": "string", "allowNull": false },
                { "name": "authCheck", "type": "boolean", "allowNull": false, "defaultValue": true },
                { "name": "enabled", "type": "boolean", "allowNull": false, "defaultValue": true }
              ]
            }
            """
        );
}
