using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pergola.Core.Json;

/// <summary>How JSON is read and written everywhere: small, unescaped where JSON allows it, bounded in depth.</summary>
public static class JsonText
{
    /// <summary>Deepest nesting accepted from outside.</summary>
    public const int MaxDepth = 64;

    public static readonly JsonWriterOptions Writer = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static readonly JsonDocumentOptions Document = new() { MaxDepth = MaxDepth };

    public static readonly JsonSerializerOptions Serializer = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };

    public static readonly JsonElement Null = Parse("null");

    public static readonly JsonElement EmptyObject = Parse("{}");

    /// <summary>Parses text into an element that outlives its document.</summary>
    /// <exception cref="JsonException">The text is not JSON, or nested deeper than <see cref="MaxDepth"/>.</exception>
    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text, Document);
        return document.RootElement.Clone();
    }
}
