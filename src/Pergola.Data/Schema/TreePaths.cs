using System.Text.Json;

namespace Pergola.Data.Schema;

/// <summary>
/// The path table every tree has beside it: one row per node with its path from the root. NocoBase reads trees through
/// it, so it is kept exact on every write.
/// </summary>
public static class TreePaths
{
    public static string NameOf(string collection) => $"main_{collection}_path";

    public static CollectionDefinition Define(string collection) =>
        CollectionDefinition.Parse(
            $$"""
            {
              "name": {{JsonSerializer.Serialize(NameOf(collection))}},
              "autoGenId": false, "timestamps": false, "hidden": true, "pathOf": {{JsonSerializer.Serialize(
                collection
            )}},
              "fields": [
                { "name": "nodePk", "type": "bigInt" },
                { "name": "path", "type": "string", "length": 1024, "index": true },
                { "name": "rootPk", "type": "bigInt" }
              ]
            }
            """
        );
}
