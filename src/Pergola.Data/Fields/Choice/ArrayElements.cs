using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Fields.Number;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Choice;

/// <summary>Elements of native arrays, which have one type.</summary>
internal static class ArrayElements
{
    public static bool IsKnown(string? elementType) => Find(elementType) is not null;

    /// <summary>Column kind of a wire type; text where there is none.</summary>
    public static ColumnKind KindOf(string? elementType) => Find(elementType) ?? ColumnKind.String;

    /// <summary>The element in the element type: its JSON and the text it is sorted by (null for null).</summary>
    public static (string Json, string? Text) Convert(JsonElement element, ColumnField field)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return ("null", null);
        }

        var text =
            ScalarText.Of(element, field.Name) ?? throw field.Invalid("{field} must not contain objects or arrays");
        return field.ColumnType.Element switch
        {
            ColumnKind.Int32 => Raw(NumberValues.ReadInteger(element, field, int.MinValue, int.MaxValue).ToString()),
            ColumnKind.Int64 => Quoted(
                NumberValues.ReadInteger(element, field, long.MinValue, long.MaxValue).ToString()
            ),
            ColumnKind.Double => Raw(JsonSerializer.Serialize(NumberValues.ReadDouble(element, field))),
            ColumnKind.Decimal => Quoted(NumberValues.ReadExact(element, field).ToString()),
            ColumnKind.Boolean => Raw(BooleanValues.Read(element, field) ? "true" : "false"),
            ColumnKind.Uuid => Guid.TryParse(text, out var id)
                ? Quoted(id.ToString())
                : throw field.Invalid("{field} must contain UUIDs only"),
            _ => Quoted(text),
        };
    }

    /// <summary>
    /// Writes an element, which databases may give as text. Exact numbers stay text, so that no client loses digits.
    /// </summary>
    public static void Write(JsonElement element, ColumnKind kind, Utf8JsonWriter writer)
    {
        var text = element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.Null => null,
            _ => element.GetRawText(),
        };
        switch (kind)
        {
            case var _ when text is null:
                writer.WriteNullValue();
                break;
            case ColumnKind.Boolean:
                writer.WriteBooleanValue(text == "true");
                break;
            case ColumnKind.Int32 or ColumnKind.Double when ExactNumber.Parse(text, out _) == NumberText.Number:
                writer.WriteRawValue(text);
                break;
            default:
                writer.WriteStringValue(text);
                break;
        }
    }

    private static ColumnKind? Find(string? elementType) =>
        elementType switch
        {
            null or "string" or "uid" or "nanoid" => ColumnKind.String,
            "text" => ColumnKind.Text,
            "integer" => ColumnKind.Int32,
            "bigInt" or "snowflakeId" or "sort" => ColumnKind.Int64,
            "float" or "double" or "real" => ColumnKind.Double,
            "decimal" => ColumnKind.Decimal,
            "boolean" => ColumnKind.Boolean,
            "uuid" => ColumnKind.Uuid,
            _ => null,
        };

    private static (string Json, string? Text) Raw(string text) => (text, text);

    private static (string Json, string? Text) Quoted(string text) =>
        (JsonSerializer.Serialize(text, JsonText.Serializer), text);
}
