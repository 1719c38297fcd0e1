using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiSchemas.Collections;

/// <summary>What nodes ask of the server when other things change. Kept for existing installations.</summary>
internal sealed class UiSchemaServerHooksCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "uiSchemaServerHooks", "timestamps": false, "internal": true,
              "fields": [
                { "name": "type", "type": "string" },
                { "name": "collection", "type": "string" },
                { "name": "field", "type": "string" },
                { "name": "method", "type": "string" },
                { "name": "params", "type": "json" },
                { "name": "uid", "type": "string", "index": true }
              ]
            }
            """
        );
}
