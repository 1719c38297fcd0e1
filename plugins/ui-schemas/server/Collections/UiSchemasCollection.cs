using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiSchemas.Collections;

/// <summary>Nodes of pages of the first kind; the table is that of existing installations.</summary>
internal sealed class UiSchemasCollection : ICollectionDefinition
{
    public const string Name = "uiSchemas";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "uiSchemas", "autoGenId": false, "timestamps": false,
              "fields": [
                { "name": "x-uid", "type": "uid", "primaryKey": true },
                { "name": "name", "type": "string" },
                { "name": "schema", "type": "json", "defaultValue": {} }
              ]
            }
            """
        );
}
