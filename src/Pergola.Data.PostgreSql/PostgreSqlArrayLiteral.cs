using System.Text.Json;
using Pergola.Core.Json;

namespace Pergola.Data.PostgreSql;

/// <summary>The text form of an array, such as <c>{"a","b"}</c>.</summary>
internal static class PostgreSqlArrayLiteral
{
    public static string Of(string jsonArray) =>
        "{" + string.Join(',', JsonText.Parse(jsonArray).EnumerateArray().Select(Element)) + "}";

    private static string Element(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return "NULL";
        }

        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
        return "\""
            + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            + "\"";
    }
}
