using System.Globalization;
using System.Text.Json;

namespace Pergola.Data.Sqlite.Functions;

/// <summary>The value at a path inside a document, as PostgreSQL's <c>#></c> and <c>#>></c> find it.</summary>
internal static class JsonPath
{
    /// <summary>Text of the value, null when it is absent or JSON null.</summary>
    public static string? Text(string json, string path)
    {
        using var document = StoredJson.Parse(json);
        return Find(document.RootElement, path) switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { } value => value.GetRawText(),
        };
    }

    /// <summary>The value when it is a number.</summary>
    public static double? Number(string json, string path)
    {
        using var document = StoredJson.Parse(json);
        return Find(document.RootElement, path) is { ValueKind: JsonValueKind.Number } number
            ? number.GetDouble()
            : null;
    }

    private static JsonElement? Find(JsonElement element, string path)
    {
        using var segments = StoredJson.Parse(path);
        foreach (var segment in segments.RootElement.EnumerateArray())
        {
            if (Step(element, segment.GetString()!) is not { } next)
            {
                return null;
            }

            element = next;
        }

        return element;
    }

    private static JsonElement? Step(JsonElement element, string segment)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.TryGetProperty(segment, out var property) ? property : null;
        }

        if (
            element.ValueKind != JsonValueKind.Array
            || !int.TryParse(segment, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
        )
        {
            return null;
        }

        var length = element.GetArrayLength();
        var position = index < 0 ? length + index : index;
        return position >= 0 && position < length ? element[position] : null;
    }
}
