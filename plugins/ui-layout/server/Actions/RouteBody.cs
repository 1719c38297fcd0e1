using System.Buffers;
using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiLayout.Actions;

/// <summary>The body of a new or changed entry of a menu, with all that it has below it.</summary>
internal static class RouteBody
{
    private const string Layouts = "uiLayouts";
    private const string Children = "children";
    private static readonly string[] Nested = [Children, "parent"];

    /// <summary>Whether it says, anywhere, which roles see an entry.</summary>
    public static bool NamesRoles(JsonElement body) =>
        body.ValueKind switch
        {
            JsonValueKind.Array => body.EnumerateArray().Any(NamesRoles),
            JsonValueKind.Object => body.EnumerateObject()
                .Any(p =>
                    p.Name == "roles" || (Nested.Contains(p.Name, StringComparer.Ordinal) && NamesRoles(p.Value))
                ),
            _ => false,
        };

    /// <summary>
    /// An entry comes with new ones below it. Those that are there are put elsewhere by their own change, where it is checked.
    /// </summary>
    /// <exception cref="BadRequestException">It would put others elsewhere.</exception>
    public static void CheckNested(JsonElement body, bool isNew)
    {
        switch (body.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var element in body.EnumerateArray())
                {
                    CheckNested(element, isNew);
                }

                break;
            case JsonValueKind.Object:
                CheckEntry(body, isNew);
                break;
            default:
                break;
        }
    }

    /// <summary>The same with a layout for it and all below it.</summary>
    public static JsonElement WithLayout(JsonElement body, string layout)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, JsonText.Writer))
        {
            Write(json, body, layout);
        }

        using var document = JsonDocument.Parse(output.WrittenMemory, new JsonDocumentOptions { MaxDepth = 512 });
        return document.RootElement.Clone();
    }

    private static void CheckEntry(JsonElement entry, bool isNew)
    {
        foreach (var name in Nested)
        {
            if (entry.Get(name) is { } nested && (!isNew || name != Children || !AreNew(nested)))
            {
                throw new BadRequestException(
                    "\"{field}\" of an entry cannot be written like this: change \"parentId\" of the entries themselves",
                    [("field", name)],
                    name
                );
            }
        }

        CheckNested(entry.Get(Children) ?? default, isNew);
    }

    private static bool AreNew(JsonElement children) =>
        children.ValueKind == JsonValueKind.Array
        && children.EnumerateArray().All(c => c.ValueKind == JsonValueKind.Object && c.Get("id") is null);

    private static void Write(Utf8JsonWriter json, JsonElement body, string layout)
    {
        switch (body.ValueKind)
        {
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var element in body.EnumerateArray())
                {
                    Write(json, element, layout);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.Object:
                WriteEntry(json, body, layout);
                break;
            default:
                body.WriteTo(json);
                break;
        }
    }

    private static void WriteEntry(Utf8JsonWriter json, JsonElement entry, string layout)
    {
        json.WriteStartObject();
        foreach (var property in entry.EnumerateObject())
        {
            if (property.Name == Children)
            {
                json.WritePropertyName(Children);
                Write(json, property.Value, layout);
            }
            else if (property.Name != Layouts)
            {
                property.WriteTo(json);
            }
        }

        json.WriteStartArray(Layouts);
        foreach (var uid in LayoutsOf(entry).Append(layout).Distinct(StringComparer.Ordinal))
        {
            json.WriteStringValue(uid);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<string> LayoutsOf(JsonElement entry) =>
        entry.Get(Layouts) switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(UidOf),
            _ => throw Malformed(),
        };

    private static string UidOf(JsonElement layout) =>
        layout.ValueKind == JsonValueKind.String ? layout.GetString()! : layout.Text("uid") ?? throw Malformed();

    private static BadRequestException Malformed() =>
        new("The elements for {association} must be keys", [("association", "desktopRoutes." + Layouts)], Layouts);
}
