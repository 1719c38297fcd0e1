using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pergola.Testing.Recordings;

/// <summary>The values that placeholders of one file stand for so far, put into the requests that follow.</summary>
internal sealed class Bindings
{
    // Requests leave as they were recorded: a plus sign is a plus sign, not an escape that means one.
    private static readonly JsonWriterOptions AsRecorded = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<string, JsonElement> _values;

    public Bindings() => _values = [];

    private Bindings(Bindings other) => _values = new(other._values);

    public bool TryGet(string name, out JsonElement value) => _values.TryGetValue(name, out value);

    public void Set(string name, JsonElement value) => _values[name] = value;

    public void Set<T>(string name, T value) => Set(name, JsonSerializer.SerializeToElement(value));

    /// <summary>A copy to try a comparison on, given back with <see cref="Adopt"/> when it succeeds.</summary>
    public Bindings Branch() => new(this);

    public void Adopt(Bindings branch)
    {
        foreach (var (name, value) in branch._values)
        {
            _values[name] = value;
        }
    }

    public string Fill(string text)
    {
        var filled = new StringBuilder();
        var from = 0;
        foreach (var mark in Placeholder.In(text))
        {
            filled.Append(text, from, mark.Start - from).Append(Text(Require(mark)));
            from = mark.Start + mark.Length;
        }

        return filled.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The JSON with values in place of placeholders; one that is the whole text keeps the JSON type of its value.</summary>
    public JsonElement Fill(JsonElement json)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, AsRecorded))
        {
            Write(json, writer);
        }

        return JsonElement.Parse(buffer.ToArray());
    }

    /// <summary>A text as it is, any other value as its JSON.</summary>
    public static string Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private void Write(JsonElement json, Utf8JsonWriter writer)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in json.EnumerateObject())
                {
                    writer.WritePropertyName(Fill(property.Name));
                    Write(property.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in json.EnumerateArray())
                {
                    Write(element, writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                WriteText(json.GetString()!, writer);
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private void WriteText(string text, Utf8JsonWriter writer)
    {
        if (Placeholder.In(text) is [{ AsText: false } only] && only.Length == text.Length)
        {
            Require(only).WriteTo(writer);
        }
        else
        {
            writer.WriteStringValue(Fill(text));
        }
    }

    private JsonElement Require(Placeholder mark) =>
        _values.TryGetValue(mark.Name, out var value)
            ? value
            : throw new InvalidOperationException($"<{mark.Name}> is not bound.");
}
