using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.Core.Json;

namespace Pergola.Data.Schema;

/// <summary>
/// A collection as it is described: name, options and fields in the form the API speaks and the system tables store.
/// Plugins write theirs as JSON in code; users' collections come from the tables <c>collections</c> and <c>fields</c>.
/// </summary>
public sealed class CollectionDefinition(string name, JsonElement options, IReadOnlyList<FieldDefinition> fields)
{
    public string Name { get; } = name;

    /// <summary>Every option except <c>fields</c>, flat (docs: spec of collection options).</summary>
    public JsonElement Options { get; } = options;

    public IReadOnlyList<FieldDefinition> Fields { get; } = fields;

    /// <summary>Whether the collection comes from a plugin and not from the system tables.</summary>
    public bool IsCode { get; init; }

    public string? Text(string option) => Options.Text(option);

    public bool? Flag(string option) => Options.Flag(option);

    /// <summary>Reads <c>{"name":…,"fields":[…],…}</c>.</summary>
    public static CollectionDefinition Parse(string json, bool isCode = true)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        var fields = new List<FieldDefinition>();
        if (node["fields"] is JsonArray list)
        {
            foreach (var field in list)
            {
                fields.Add(new FieldDefinition(field.Deserialize<JsonElement>()));
            }
        }

        node.Remove("fields");
        return new CollectionDefinition(
            node["name"]!.GetValue<string>(),
            JsonText.Parse(node.ToJsonString(JsonText.Serializer)),
            fields
        )
        {
            IsCode = isCode,
        };
    }
}
