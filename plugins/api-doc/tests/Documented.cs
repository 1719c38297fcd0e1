using System.Text.Json;

namespace Pergola.Plugins.ApiDoc.Tests;

/// <summary>A document as a client has it.</summary>
internal sealed class Documented(JsonElement document, string? tag)
{
    public JsonElement Root { get; } = document;

    public string? Tag { get; } = tag;

    /// <summary>Ids of the operations, such as <c>bills.list</c>.</summary>
    public IReadOnlyList<string> Operations =>
        [
            .. Paths
                .SelectMany(p => p.Value.EnumerateObject())
                .Select(o => o.Value.GetProperty("operationId").GetString()!),
        ];

    public IEnumerable<JsonProperty> Paths => Root.GetProperty("paths").EnumerateObject();

    public static async Task<Documented> ReadAsync(AppUnderTest app, (string, string) who, string? part = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            app.Client.BaseAddress + "swagger:get" + (part is null ? "" : $"?ns={Uri.EscapeDataString(part)}")
        );
        request.Headers.TryAddWithoutValidation(who.Item1, who.Item2);
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == 200, $"{part}: {text}");
        return new Documented(JsonElement.Parse(text), response.Headers.ETag?.ToString());
    }

    public JsonElement Schema(string name) => Root.GetProperty("components").GetProperty("schemas").GetProperty(name);

    public bool HasSchema(string name) =>
        Root.GetProperty("components").GetProperty("schemas").TryGetProperty(name, out _);

    public IReadOnlyList<string> PropertiesOf(string schema) =>
        [.. Schema(schema).GetProperty("properties").EnumerateObject().Select(p => p.Name)];

    /// <summary>References that lead nowhere.</summary>
    public IReadOnlyList<string> Dangling() => [.. References(Root).Distinct().Where(r => !Leads(r))];

    private bool Leads(string reference)
    {
        var at = Root;
        return reference[2..].Split('/').All(step => at.TryGetProperty(step, out at));
    }

    private static IEnumerable<string> References(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(p =>
                    p is { Name: "$ref", Value.ValueKind: JsonValueKind.String }
                        ? [p.Value.GetString()!]
                        : References(p.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
            _ => [],
        };
}
