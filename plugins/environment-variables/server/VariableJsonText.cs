using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.Core.Json;

namespace Pergola.Plugins.EnvironmentVariables;

/// <summary>Puts variables into the texts of a JSON value, never into its names.</summary>
public static class VariableJsonText
{
    /// <param name="value">What settings hold.</param>
    /// <param name="render">What becomes of a text, such as <see cref="VariableBook.Render"/>.</param>
    public static JsonElement Rendered(this JsonElement value, Func<string, string> render) =>
        value.GetRawText().Contains("$env", StringComparison.Ordinal)
            ? JsonSerializer.SerializeToElement(Render(value, render), JsonText.Serializer)
            : value;

    private static JsonNode? Render(JsonElement value, Func<string, string> render) =>
        value.ValueKind switch
        {
            JsonValueKind.String => JsonValue.Create(render(value.GetString()!)),
            JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(v => Render(v, render))]),
            JsonValueKind.Object => new JsonObject(
                value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Render(p.Value, render)))
            ),
            _ => JsonSerializer.SerializeToNode(value, JsonText.Serializer),
        };
}
