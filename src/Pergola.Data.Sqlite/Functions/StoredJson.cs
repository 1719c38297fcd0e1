using System.Text.Json;

namespace Pergola.Data.Sqlite.Functions;

/// <summary>Documents of existing rows; they may be nested deeper than what is accepted from outside.</summary>
internal static class StoredJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    public static JsonDocument Parse(string json) => JsonDocument.Parse(json, Options);
}
