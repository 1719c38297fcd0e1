using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Collections;

/// <summary>How often the stored definitions have changed; nodes compare it to know whether they are up to date.</summary>
internal sealed class RevisionsCollection : ICollectionDefinition
{
    public const string Name = "pergola_revisions";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_revisions", "autoGenId": false, "timestamps": false, "hidden": true,
              "fields": [
                { "name": "name", "type": "string", "primaryKey": true },
                { "name": "revision", "type": "bigInt", "allowNull": false }
              ]
            }
            """
        );
}
