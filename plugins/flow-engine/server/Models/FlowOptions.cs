using System.Buffers;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records;
using Pergola.Plugins.FlowEngine.Collections;

namespace Pergola.Plugins.FlowEngine.Models;

/// <summary>What a part of a page consists of besides its place: everything its component wrote, kept as it is.</summary>
internal static class FlowOptions
{
    private const int MaxLength = 1_000_000;

    /// <summary>What the tree says, or the key: stored nowhere else, so that nothing contradicts it.</summary>
    private static readonly string[] Places = ["uid", "name", "parent", "parentId", "sortIndex", "subModels"];

    /// <summary>Top-level properties by name; of a name that is there twice the later one.</summary>
    public static OrderedDictionary<string, JsonElement> Of(JsonElement node)
    {
        var options = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        Merge(options, node);
        return options;
    }

    /// <summary>Puts the properties of a node in place of those of the same name.</summary>
    public static void Merge(
        OrderedDictionary<string, JsonElement> options,
        JsonElement node,
        params ReadOnlySpan<string> except
    )
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in node.EnumerateObject())
        {
            if (!Places.Contains(property.Name, StringComparer.Ordinal) && !except.Contains(property.Name))
            {
                options[property.Name] = property.Value;
            }
        }
    }

    public static void WriteTo(Utf8JsonWriter json, OrderedDictionary<string, JsonElement> options)
    {
        foreach (var (name, value) in options)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }

    /// <summary>As it is stored.</summary>
    /// <exception cref="PergolaException">It is too large, or no database could keep it.</exception>
    public static string ToText(OrderedDictionary<string, JsonElement> options, WriteSession session) =>
        ToText(json => WriteTo(json, options), session);

    /// <summary>As above for properties that a callback writes.</summary>
    public static string ToText(Action<Utf8JsonWriter> writeProperties, WriteSession session)
    {
        var column = session.Schema[FlowModelsCollection.Name].Column("options");
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, JsonText.Writer))
        {
            json.WriteStartObject();
            writeProperties(json);
            json.WriteEndObject();
        }

        if (output.WrittenCount > MaxLength)
        {
            throw new BadRequestException(
                "A part of a page can have {max} bytes at most",
                [("max", MaxLength.ToString())],
                "options"
            );
        }

        using var document = JsonDocument.Parse(output.WrittenMemory, new JsonDocumentOptions { MaxDepth = 512 });
        return (string)column.Type.Parse(document.RootElement, column, session.Values)!;
    }
}
