using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.FlowEngine.Collections;

/// <summary>Statements of charts, as existing installations have them. They are kept, and neither shown nor run.</summary>
internal sealed class FlowSqlCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "flowSql", "internal": true,
              "fields": [
                { "name": "uid", "type": "uid", "unique": true },
                { "name": "dataSourceKey", "type": "string" },
                { "name": "sql", "type": "text", "allowNull": false }
              ]
            }
            """
        );
}
