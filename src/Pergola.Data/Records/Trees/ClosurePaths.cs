using Pergola.Data.Schema;

namespace Pergola.Data.Records.Trees;

/// <summary>Describes the collection of ancestors and descendants of a forest, as existing installations have it.</summary>
public static class ClosurePaths
{
    public static CollectionDefinition Define(string name) =>
        CollectionDefinition.Parse(
            $$"""
            {
              "name": "{{name}}", "autoGenId": false, "timestamps": false, "internal": true,
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
