using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.FlowEngine.Collections;

/// <summary>Which part of a page is below which.</summary>
internal sealed class FlowModelTreePathCollection : ICollectionDefinition
{
    public const string Name = "flowModelTreePath";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "flowModelTreePath", "autoGenId": false, "timestamps": false, "internal": true,
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
