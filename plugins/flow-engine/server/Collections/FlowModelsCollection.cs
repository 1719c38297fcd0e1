using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.FlowEngine.Collections;

/// <summary>The parts of pages; the table is that of existing installations. Where each is stands in its tree.</summary>
internal sealed class FlowModelsCollection : ICollectionDefinition
{
    public const string Name = "flowModels";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "flowModels", "autoGenId": false, "timestamps": false,
              "fields": [
                { "name": "uid", "type": "uid", "primaryKey": true },
                { "name": "name", "type": "string" },
                { "name": "options", "type": "json", "defaultValue": {} }
              ]
            }
            """
        );
}
