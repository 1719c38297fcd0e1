using System.Text.Json.Nodes;
using Pergola.Core.Json;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>A stored collection while a change is being prepared.</summary>
internal sealed class DraftCollection(string key, string name, JsonObject options, long sort)
{
    public string Key { get; } = key;

    public string Name { get; } = name;

    /// <summary>Every property but key, name, sort and fields, flat.</summary>
    public JsonObject Options { get; } = options;

    public long Sort { get; set; } = sort;

    public List<DraftField> Fields { get; } = [];

    /// <summary>The row as it is stored, null when it is new.</summary>
    public string? Stored { get; init; }

    public DraftField? Find(string field) => Fields.FirstOrDefault(f => f.Name == field);

    public long NextSort() => Fields.Count == 0 ? 1 : Fields.Max(f => f.Sort) + 1;

    /// <summary>What identifies the state of the row, fields left aside.</summary>
    public string State() => $"{Sort} {Options.ToJsonString(JsonText.Serializer)}";

    public CollectionDefinition ToDefinition()
    {
        var flat = (JsonObject)Options.DeepClone();
        flat["name"] = Name;
        return new CollectionDefinition(
            Name,
            JsonText.Parse(flat.ToJsonString(JsonText.Serializer)),
            [.. Fields.OrderBy(f => f.Sort).Select(f => f.ToDefinition())]
        );
    }

    public string? Text(string option) =>
        Options[option] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public bool Flag(string option) => Options[option] is JsonValue value && value.TryGetValue(out bool flag) && flag;
}

/// <summary>A stored field while a change is being prepared.</summary>
internal sealed class DraftField(string key, string collection, string name, JsonObject options, long sort)
{
    public string Key { get; } = key;

    public string Collection { get; } = collection;

    public string Name { get; } = name;

    /// <summary>Every property but key, name, collectionName, reverseKey, parentKey and sort, flat.</summary>
    public JsonObject Options { get; } = options;

    public string? ReverseKey { get; set; }

    public string? ParentKey { get; set; }

    public long Sort { get; set; } = sort;

    /// <summary>The row as it is stored, null when it is new.</summary>
    public string? Stored { get; init; }

    public string Type => Text("type") ?? "";

    public string? Interface => Text("interface");

    public string State() => $"{Sort} {ReverseKey} {ParentKey} {Options.ToJsonString(JsonText.Serializer)}";

    public string? Text(string option) =>
        Options[option] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public bool Flag(string option) => Options[option] is JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>Sets a text option unless it has a value.</summary>
    public void Default(string option, string? value)
    {
        if (Options[option] is null && value is not null)
        {
            Options[option] = value;
        }
    }

    public FieldDefinition ToDefinition()
    {
        var flat = (JsonObject)Options.DeepClone();
        flat["name"] = Name;
        return new FieldDefinition(JsonText.Parse(flat.ToJsonString(JsonText.Serializer)));
    }
}
