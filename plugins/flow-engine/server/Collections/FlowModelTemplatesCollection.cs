using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.FlowEngine.Collections;

/// <summary>Parts of pages that are used in several places.</summary>
internal sealed class FlowModelTemplatesCollection : ICollectionDefinition
{
    public const string Name = "flowModelTemplates";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "flowModelTemplates", "autoGenId": false,
              "fields": [
                { "name": "uid", "type": "uid", "primaryKey": true },
                { "name": "name", "type": "string", "allowNull": false },
                { "name": "description", "type": "text" },
                { "name": "targetUid", "type": "string", "allowNull": false, "index": true },
                { "name": "useModel", "type": "string" },
                { "name": "type", "type": "string" },
                { "name": "dataSourceKey", "type": "string" },
                { "name": "collectionName", "type": "string" },
                { "name": "associationName", "type": "string" },
                { "name": "filterByTk", "type": "string" },
                { "name": "sourceId", "type": "string" }
              ]
            }
            """
        );
}
