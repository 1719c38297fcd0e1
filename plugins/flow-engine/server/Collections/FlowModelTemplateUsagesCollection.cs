using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.FlowEngine.Collections;

/// <summary>Where templates are used.</summary>
internal sealed class FlowModelTemplateUsagesCollection : ICollectionDefinition
{
    public const string Name = "flowModelTemplateUsages";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "flowModelTemplateUsages", "autoGenId": false,
              "fields": [
                { "name": "uid", "type": "uid", "primaryKey": true },
                { "name": "templateUid", "type": "string", "allowNull": false, "index": true },
                { "name": "modelUid", "type": "string", "allowNull": false, "index": true }
              ],
              "indexes": [{ "fields": ["templateUid", "modelUid"], "unique": true }]
            }
            """
        );
}
