using System.Text.Json;

namespace Pergola.Data.Sqlite.Functions;

/// <summary>Containment of documents as PostgreSQL's <c>@></c> defines it.</summary>
internal static class JsonContainment
{
    public static bool Contains(string container, string contained)
    {
        using var outer = StoredJson.Parse(container);
        using var inner = StoredJson.Parse(contained);
        return ContainsRoot(outer.RootElement, inner.RootElement);
    }

    /// <summary>Whether an array contains one of the elements of another.</summary>
    public static bool SharesElement(string array, string elements)
    {
        using var outer = StoredJson.Parse(array);
        if (outer.RootElement.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        using var inner = StoredJson.Parse(elements);
        return inner.RootElement.EnumerateArray().Any(e => HasElement(outer.RootElement, e));
    }

    private static bool ContainsRoot(JsonElement outer, JsonElement inner) =>
        // Only at the top may an array contain a bare value.
        outer.ValueKind == JsonValueKind.Array
        && inner.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)
            ? HasElement(outer, inner)
            : Contains(outer, inner);

    private static bool Contains(JsonElement outer, JsonElement inner) =>
        (outer.ValueKind, inner.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => inner
                .EnumerateObject()
                .All(p => outer.TryGetProperty(p.Name, out var value) && Contains(value, p.Value)),
            (JsonValueKind.Array, JsonValueKind.Array) => inner.EnumerateArray().All(e => HasElement(outer, e)),
            (JsonValueKind.Number, JsonValueKind.Number) => IsSameNumber(outer, inner),
            (JsonValueKind.String, JsonValueKind.String) => outer.GetString() == inner.GetString(),
            var (left, right) => left == right,
        };

    private static bool HasElement(JsonElement array, JsonElement element) =>
        array.EnumerateArray().Any(e => Contains(e, element));

    private static bool IsSameNumber(JsonElement left, JsonElement right) =>
        DecimalCollation.Compare(left.GetRawText(), right.GetRawText()) == 0;
}
