using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiSchemas.Collections;

/// <summary>Nodes that are used in several places.</summary>
internal sealed class UiSchemaTemplatesCollection : ICollectionDefinition
{
    public const string Name = "uiSchemaTemplates";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "uiSchemaTemplates", "autoGenId": false,
              "fields": [
                { "name": "key", "type": "uid", "primaryKey": true },
                { "name": "name", "type": "string" },
                { "name": "componentName", "type": "string" },
                { "name": "associationName", "type": "string" },
                { "name": "resourceName", "type": "string" },
                { "name": "collectionName", "type": "string" },
                { "name": "dataSourceKey", "type": "string" },
                { "name": "uid", "type": "string", "index": true }
              ]
            }
            """
        );
}
