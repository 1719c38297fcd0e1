using System.Buffers;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records;
using Pergola.Plugins.UiSchemas.Collections;

namespace Pergola.Plugins.UiSchemas.Schemas;

/// <summary>A node as it is stored: without its place and what is below it, which the tree says.</summary>
internal static class SchemaText
{
    private const int MaxLength = 1_000_000;
    private static readonly string[] Places = ["x-uid", "name", "x-async", "x-index"];

    /// <summary>The properties of a node; in place of those of the same name come those of a change.</summary>
    public static string Of(WriteSession session, JsonElement node, JsonElement? change = null)
    {
        var properties = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var part in change is { } changed ? [node, changed] : new[] { node })
        {
            foreach (var property in part.EnumerateObject().Where(p => !ChildLists.IsList(p) && !IsPlace(p.Name)))
            {
                properties[property.Name] = property.Value;
            }
        }

        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, JsonText.Writer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in properties)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        if (output.WrittenCount > MaxLength)
        {
            throw new BadRequestException(
                "A node can have {max} bytes at most",
                [("max", MaxLength.ToString())],
                "schema"
            );
        }

        var column = session.Schema[UiSchemasCollection.Name].Column("schema");
        using var document = JsonDocument.Parse(output.WrittenMemory, new JsonDocumentOptions { MaxDepth = 512 });
        return (string)column.Type.Parse(document.RootElement, column, session.Values)!;
    }

    public static bool IsPlace(string property) => Places.Contains(property, StringComparer.Ordinal);
}
