using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Collections;

/// <summary>Where the counters of sequence fields stand.</summary>
internal sealed class SequencesCollection : ICollectionDefinition
{
    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "sequences",
              "fields": [
                { "name": "collection", "type": "string" },
                { "name": "field", "type": "string" },
                { "name": "key", "type": "integer" },
                { "name": "current", "type": "bigInt" },
                { "name": "lastGeneratedAt", "type": "date" }
              ]
            }
            """
        );
}
