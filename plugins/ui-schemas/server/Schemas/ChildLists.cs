using System.Text.Json;

namespace Pergola.Plugins.UiSchemas.Schemas;

/// <summary>Where a node has others below it, as JSON Schema names it.</summary>
internal static class ChildLists
{
    public const string Properties = "properties";
    public const string Items = "items";
    public const string Additional = "additionalProperties";

    public static readonly IReadOnlyList<string> All =
    [
        Properties,
        Items,
        "definitions",
        "patternProperties",
        Additional,
    ];

    /// <summary>Whether the nodes of a list have names in it.</summary>
    public static bool AreNamed(string list) => list is not (Items or Additional);

    /// <summary>The nodes of a list with their names, as far as they have one.</summary>
    public static IEnumerable<(string? Name, JsonElement Node)> Of(string list, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array when list == Items => value.EnumerateArray().Select(node => ((string?)null, node)),
            JsonValueKind.Object when AreNamed(list) => value
                .EnumerateObject()
                .Select(property => ((string?)property.Name, property.Value)),
            JsonValueKind.Object => [(null, value)],
            _ => [],
        };

    /// <summary>Whether a property of a node is a list of others; <c>additionalProperties</c> may be a mere flag.</summary>
    public static bool IsList(JsonProperty property) =>
        All.Contains(property.Name, StringComparer.Ordinal)
        && property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
}
