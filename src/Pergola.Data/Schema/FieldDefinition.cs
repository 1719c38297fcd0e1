using System.Text.Json;

namespace Pergola.Data.Schema;

/// <summary>A field as it is described: one flat JSON object with <c>name</c>, <c>type</c> and the options of the type.</summary>
public sealed class FieldDefinition(JsonElement options)
{
    public JsonElement Options { get; } = options;

    public string Name { get; } = options.Text("name") ?? string.Empty;

    public string Type { get; } = options.Text("type") ?? string.Empty;

    public string? Interface { get; } = options.Text("interface");

    public string? Text(string option) => Options.Text(option);

    public bool? Flag(string option) => Options.Flag(option);

    public int? Number(string option) => Options.Number(option);
}

/// <summary>Reading of options: a missing option and one of another kind are both absent.</summary>
public static class DefinitionOptions
{
    public static JsonElement? Get(this JsonElement options, string name) =>
        options.ValueKind == JsonValueKind.Object
        && options.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static string? Text(this JsonElement options, string name) =>
        options.Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool? Flag(this JsonElement options, string name) =>
        options.Get(name)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    public static int? Number(this JsonElement options, string name) =>
        options.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? number
            : null;
}
