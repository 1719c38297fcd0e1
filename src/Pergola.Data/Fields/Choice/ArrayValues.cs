using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields.Json;
using Pergola.Data.Fields.Number;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Choice;

/// <summary>
/// Arrays as they are stored: elements sorted by their text, null last, so that equal sets have equal text.
/// </summary>
internal static class ArrayValues
{
    public static ColumnType GetColumnType(FieldDefinition definition) =>
        definition.Text("dataType") == "array"
            ? new ColumnType(ColumnKind.Array, Element: ArrayElements.KindOf(definition.Text("elementType")))
            : new ColumnType(ColumnKind.JsonBinary);

    public static void Check(FieldDefinition definition)
    {
        if (definition.Text("dataType") == "array" && !ArrayElements.IsKnown(definition.Text("elementType")))
        {
            throw ValueErrors.Option(definition, "elementType", "{field}: {option} is not a type of array elements");
        }
    }

    /// <summary>JSON text of the array to store. Accepts an array or JSON text of one.</summary>
    public static string Read(JsonElement value, ColumnField field, bool distinct) =>
        "[" + string.Join(',', ReadElements(ToArray(value, field), field, distinct)) + "]";

    /// <summary>JSON texts of the elements in stored order.</summary>
    public static IReadOnlyList<string> ReadElements(
        IEnumerable<JsonElement> elements,
        ColumnField field,
        bool distinct
    )
    {
        var isNative = field.ColumnType.Kind == ColumnKind.Array;
        var sorted = elements
            .Select(element =>
                isNative
                    ? ArrayElements.Convert(element, field)
                    : (Json: JsonValues.Read(element, field), Text: TextOf(element, field))
            )
            .OrderBy(element => element.Text is null)
            .ThenBy(element => element.Text, StringComparer.Ordinal)
            .Select(element => element.Json);
        return [.. distinct ? sorted.Distinct(StringComparer.Ordinal) : sorted];
    }

    public static void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer)
    {
        if (field.ColumnType.Kind != ColumnKind.Array)
        {
            JsonValues.Write(writer, cursor.Json);
            return;
        }

        writer.WriteStartArray();
        foreach (var element in JsonText.Parse(cursor.Json).EnumerateArray())
        {
            ArrayElements.Write(element, field.ColumnType.Element, writer);
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<JsonElement> ToArray(JsonElement value, ColumnField field)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            try
            {
                value = JsonText.Parse(ScalarText.Read(value, field.Name));
            }
            catch (JsonException)
            {
                throw NotAnArray(field);
            }
        }

        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw NotAnArray(field);
    }

    private static Core.Errors.ValidationException NotAnArray(ColumnField field) =>
        field.Invalid("{field} must be an array");

    /// <summary>Text an element is sorted by: what JavaScript makes of it. Null for null.</summary>
    private static string? TextOf(JsonElement element, ColumnField field) =>
        element.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Object => "[object Object]",
            JsonValueKind.Array => string.Join(',', element.EnumerateArray().Select(e => TextOf(e, field))),
            JsonValueKind.Number => ExactNumber.Parse(element.GetRawText(), out var number) == NumberText.Number
                ? number.Normalize().ToString()
                : element.GetRawText(),
            _ => ScalarText.Of(element, field.Name),
        };
}
