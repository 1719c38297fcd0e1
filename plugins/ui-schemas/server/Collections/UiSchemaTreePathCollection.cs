using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiSchemas.Collections;

/// <summary>Which node is below which.</summary>
internal sealed class UiSchemaTreePathCollection : ICollectionDefinition
{
    public const string Name = "uiSchemaTreePath";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "uiSchemaTreePath", "autoGenId": false, "timestamps": false, "internal": true,
              "fields": [
                { "name": "ancestor", "type": "string", "primaryKey": true },
                { "name": "descendant", "type": "string", "primaryKey": true, "index": true },
                { "name": "depth", "type": "integer" },
                { "name": "async", "type": "boolean" },
                { "name": "type", "type": "string" },
                { "name": "sort", "type": "integer" }
              ]
            }
            """
        );
}
