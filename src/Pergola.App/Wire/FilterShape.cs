using System.Text.Json;
using Pergola.Core.Errors;

namespace Pergola.App.Wire;

/// <summary>What can be said about a filter without knowing any name in it.</summary>
public static class FilterShape
{
    /// <summary>Whether a filter says nothing: <c>{}</c>, or groups of nothing.</summary>
    public static bool IsEmpty(JsonElement? filter) =>
        filter switch
        {
            null => true,
            { ValueKind: JsonValueKind.Object } group => group
                .EnumerateObject()
                .All(p => p.Name is "$and" or "$or" && IsEmptyGroup(p.Value)),
            { ValueKind: JsonValueKind.Array } list => IsEmptyGroup(list),
            { ValueKind: JsonValueKind.Null } => true,
            _ => false,
        };

    internal static void Check(JsonElement filter)
    {
        if (filter.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            throw new BadRequestException(
                "Parameter {name} must be a JSON object or array",
                [("name", "filter")],
                "filter"
            );
        }
    }

    private static bool IsEmptyGroup(JsonElement group) =>
        group.ValueKind switch
        {
            JsonValueKind.Array => group.EnumerateArray().All(e => IsEmpty(e)),
            JsonValueKind.Object or JsonValueKind.Null => IsEmpty(group),
            _ => false,
        };
}
