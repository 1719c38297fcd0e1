using System.Text.Json.Nodes;
using Pergola.Core.Errors;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>What a request says about a definition: what is not taken, and what the rows keep in columns of their own.</summary>
internal static class GivenOptions
{
    private static readonly string[] Unsupported = ["inherits", "sql", "viewName"];

    public static void CheckSupported(JsonObject values)
    {
        foreach (var option in Unsupported)
        {
            if (values[option] is { } given && given.ToJsonString() is not ("false" or "\"\"" or "[]"))
            {
                throw new ValidationException("Option \"{option}\" is not supported yet", [("option", option)], option);
            }
        }

        if (values["view"] is JsonValue view && view.TryGetValue(out bool isView) && isView)
        {
            throw new ValidationException("Option \"{option}\" is not supported yet", [("option", "view")], "view");
        }
    }

    public static List<JsonObject>? TakeFields(JsonObject values)
    {
        if (values["fields"] is null)
        {
            values.Remove("fields");
            return null;
        }

        var list = ReadFields(values["fields"]);
        values.Remove("fields");
        return list;
    }

    /// <summary>A list of field definitions.</summary>
    /// <exception cref="ValidationException">Not an array of objects.</exception>
    public static List<JsonObject> ReadFields(JsonNode? node)
    {
        if (node is not JsonArray array || array.Any(f => f is not JsonObject))
        {
            throw new ValidationException("fields must be an array of objects", field: "fields");
        }

        return [.. array.Select(f => (JsonObject)f!.DeepClone())];
    }

    public static void RemoveOwnColumns(JsonObject options)
    {
        foreach (
            var name in new[] { "key", "name", "sort", "fields", "category", "unavailableActions", "availableActions" }
        )
        {
            options.Remove(name);
        }
    }

    public static void RemoveFieldColumns(JsonObject options)
    {
        foreach (var name in new[] { "key", "name", "collectionName", "reverseKey", "parentKey", "sort", "__sort" })
        {
            options.Remove(name);
        }
    }
}
