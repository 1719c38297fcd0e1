using System.Text.Json;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>What a document says of itself: its version, where the API is, and how one signs in.</summary>
internal static class DocumentHead
{
    private const string About = """
        The API of this app, as far as you may use it: sign in as somebody else and it is another one.

        Every action answers `{"data": …}`, lists also `meta`. Failures answer `{"errors": [{"message": "…", "code": "…"}]}`.
        Headers of every request: `X-Role` (the role to act as), `X-Locale` (language of messages), `X-Timezone` (such as `+02:00`,
        for dates in filters). Decimals are strings; ids are numbers up to 2^53 and strings above.
        """;

    public static void Write(Utf8JsonWriter json, DocumentSource source)
    {
        json.WriteString("openapi", "3.1.0");
        json.WriteString("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema");
        json.WriteStartObject("info");
        json.WriteString("title", source.Part.Name is { } name ? $"Pergola API: {name}" : "Pergola API");
        json.WriteString("version", source.Schema.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("description", About);
        json.WriteEndObject();
        json.WriteStartArray("servers");
        json.WriteStartObject();
        json.WriteString("url", source.Server);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("security");
        foreach (var scheme in new[] { "bearer", "token" })
        {
            json.WriteStartObject();
            json.WriteStartArray(scheme);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
