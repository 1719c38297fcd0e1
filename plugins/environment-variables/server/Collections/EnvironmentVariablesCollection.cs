using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.EnvironmentVariables.Collections;

/// <summary>Variables by name; the table is that of existing installations.</summary>
internal sealed class EnvironmentVariablesCollection : ICollectionDefinition
{
    public const string Name = "environmentVariables";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "environmentVariables", "autoGenId": false,
              "fields": [
                { "name": "name", "type": "string", "primaryKey": true },
                { "name": "type", "type": "string" },
                { "name": "value", "type": "variableValue" }
              ]
            }
            """
        );
}
