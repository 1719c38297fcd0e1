using System.Text.Json;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>Values of fields as JSON schemas.</summary>
internal static class ValueSchemas
{
    /// <summary>The schema of a field in records, with its title and choices.</summary>
    /// <param name="isWritten">Whether the value is one that is sent.</param>
    public static void WriteField(Utf8JsonWriter json, ColumnField field, DocumentSource source, bool isWritten)
    {
        json.WriteStartObject(field.JsonName);
        var form = field.Type.FormOf(field);
        var choices = ChoicesOf(field);
        WriteType(json, form, field.AllowNull || (isWritten && field.IsPrimaryKey));
        if (form == ValueForm.List)
        {
            json.WriteStartObject("items");
            WriteChoices(json, choices, isNullable: false);
            json.WriteEndObject();
        }
        else
        {
            WriteChoices(json, choices, field.AllowNull);
        }

        if (field.ColumnType is { Kind: ColumnKind.String, Length: { } length } && !field.Type.IsSecret)
        {
            json.WriteNumber("maxLength", length);
        }

        WriteWords(json, field, source, choices);
        if (field.Type.IsSecret)
        {
            json.WriteBoolean("writeOnly", true);
        }
        else if (!isWritten && IsKeptByServer(field))
        {
            json.WriteBoolean("readOnly", true);
        }

        json.WriteEndObject();
    }

    /// <summary>The schema of a bare value of a field, such as a key.</summary>
    public static void Write(Utf8JsonWriter json, ColumnField field)
    {
        json.WriteStartObject();
        WriteType(json, field.Type.FormOf(field), isNullable: false);
        json.WriteEndObject();
    }

    /// <summary>Whether the server fills the field, so that no request needs to.</summary>
    public static bool IsKeptByServer(ColumnField field) =>
        field.IsAutoIncrement
        || field.Role is FieldRole.CreatedAt or FieldRole.UpdatedAt or FieldRole.CreatedById or FieldRole.UpdatedById
        || field.Type.IsComputed(field.Definition);

    /// <summary>Properties <c>type</c>, <c>format</c> and the like, within an object that is open.</summary>
    public static void WriteType(Utf8JsonWriter json, ValueForm form, bool isNullable)
    {
        var (types, format, pattern) = TypeOf(form);
        if (types.Length > 0)
        {
            json.WritePropertyName("type");
            WriteNames(json, isNullable ? [.. types, "null"] : types);
        }

        if (format is not null)
        {
            json.WriteString("format", format);
        }

        if (pattern is not null)
        {
            json.WriteString("pattern", pattern);
        }

        if (form == ValueForm.Bytes)
        {
            json.WriteString("contentEncoding", "base64");
        }
    }

    private static (string[] Types, string? Format, string? Pattern) TypeOf(ValueForm form) =>
        form switch
        {
            ValueForm.Uuid => (["string"], "uuid", null),
            ValueForm.Integer => (["integer"], "int32", null),
            // Beyond 2^53 a JSON number would lose digits.
            ValueForm.LargeInteger => (["integer", "string"], "int64", null),
            ValueForm.Number => (["number"], "double", null),
            ValueForm.Decimal => (["string"], "decimal", "^-?[0-9]+(\\.[0-9]+)?$"),
            ValueForm.Boolean => (["boolean"], null, null),
            ValueForm.Instant => (["string"], "date-time", null),
            ValueForm.WallTime => (["string"], null, "^\\d{4,}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$"),
            ValueForm.Date => (["string"], "date", null),
            ValueForm.Time => (["string"], null, "^\\d{2}:\\d{2}:\\d{2}$"),
            ValueForm.List => (["array"], null, null),
            ValueForm.Document => ([], null, null),
            _ => (["string"], null, null),
        };

    private static void WriteNames(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        if (names.Count == 1)
        {
            json.WriteStringValue(names[0]);
            return;
        }

        json.WriteStartArray();
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    /// <summary>The choices people made for a field; a value beside them is one that was stored before they did.</summary>
    private static List<JsonElement> ChoicesOf(ColumnField field) =>
        field.Definition.Options.Get("uiSchema")?.Get("enum") is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(choice => choice.Get("value") is not null)]
            : [];

    private static void WriteChoices(Utf8JsonWriter json, List<JsonElement> choices, bool isNullable)
    {
        if (choices.Count == 0)
        {
            return;
        }

        json.WriteStartArray("enum");
        foreach (var choice in choices)
        {
            choice.Get("value")!.Value.WriteTo(json);
        }

        if (isNullable)
        {
            json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static void WriteWords(
        Utf8JsonWriter json,
        ColumnField field,
        DocumentSource source,
        List<JsonElement> choices
    )
    {
        var title = source.TitleOf(field.Title);
        if (title != field.Name)
        {
            json.WriteString("title", title);
        }

        var labels = string.Join(
            "; ",
            choices
                .Where(choice => choice.Text("label") is not null)
                .Select(choice => $"{choice.Get("value")} – {source.TitleOf(choice.Text("label")!)}")
        );
        var about = field.Definition.Text("description");
        if (about is not null || labels.Length > 0)
        {
            json.WriteString(
                "description",
                about is not null && labels.Length > 0 ? $"{about} ({labels})" : about ?? labels
            );
        }
    }
}
