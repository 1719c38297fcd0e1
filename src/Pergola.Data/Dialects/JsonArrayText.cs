using System.Text.Json;
using Pergola.Core.Json;

namespace Pergola.Data.Dialects;

/// <summary>JSON arrays as text, for parameters of JSON functions.</summary>
public static class JsonArrayText
{
    /// <summary>Elements, each JSON text, as one array.</summary>
    public static string Of(IReadOnlyList<string> jsonElements) => "[" + string.Join(',', jsonElements) + "]";

    /// <summary>An array as it is, any other value as its only element.</summary>
    public static string OfElements(string json) => json.AsSpan().TrimStart().StartsWith('[') ? json : "[" + json + "]";

    /// <summary>
    /// The array with every element as text: arrays of one element kind are read and compared that way on every database.
    /// </summary>
    public static string WithTextElements(string json)
    {
        using var document = JsonDocument.Parse(json, JsonText.Document);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            return json;
        }

        var elements = document.RootElement.EnumerateArray().Select(ElementText);
        return JsonSerializer.Serialize(elements, JsonText.Serializer);
    }

    private static string? ElementText(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => element.GetString(),
            _ => element.GetRawText(),
        };
}
