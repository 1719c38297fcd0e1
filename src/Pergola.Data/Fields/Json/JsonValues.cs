using System.Buffers;
using System.Text;
using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Fields.Number;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Json;

/// <summary>JSON documents as text to store, checked for what no database can store.</summary>
internal static class JsonValues
{
    /// <summary>Compact text of a document; numbers keep their digits.</summary>
    /// <exception cref="Core.Errors.ValidationException">It holds U+0000, broken Unicode or an absurd number.</exception>
    public static string Read(JsonElement value, ColumnField field)
    {
        Check(value, field);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Writer))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes stored JSON as it is.</summary>
    public static void Write(Utf8JsonWriter writer, string json) =>
        writer.WriteRawValue(json, skipInputValidation: true);

    private static void Check(JsonElement value, ColumnField field)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    ScalarText.Check(NameOf(property, field), field.Name);
                    Check(property.Value, field);
                }

                break;
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray())
                {
                    Check(element, field);
                }

                break;
            case JsonValueKind.String:
                ScalarText.Read(value, field.Name);
                break;
            case JsonValueKind.Number when ExactNumber.Parse(value.GetRawText(), out _) != NumberText.Number:
                throw field.Invalid("{field} contains a number that is out of range");
        }
    }

    private static string NameOf(JsonProperty property, ColumnField field)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw field.Invalid("{field} contains text that is not valid Unicode");
        }
    }
}
