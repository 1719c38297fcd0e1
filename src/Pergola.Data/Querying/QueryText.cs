using System.Runtime.InteropServices;
using System.Text.Json;
using Pergola.Core.Errors;

namespace Pergola.Data.Querying;

/// <summary>Names and texts of parameters given as JSON, checked for what is no text to any database.</summary>
public static class QueryText
{
    /// <summary>Name of a property.</summary>
    /// <exception cref="BadRequestException">The name is not Unicode, or contains U+0000.</exception>
    public static string NameOf(JsonProperty property, string parameter)
    {
        try
        {
            var name = property.Name;
            return name.Contains('\0')
                ? throw new BadRequestException(
                    "{parameter}: the name \"{name}\" must not contain the character U+0000",
                    [("parameter", parameter), ("name", name.Replace("\0", "\\0", StringComparison.Ordinal))],
                    parameter
                )
                : name;
        }
        catch (InvalidOperationException exception)
        {
            throw NotUnicode(parameter, exception);
        }
    }

    /// <summary>Checks every name and text of a document, so that any of them can be read later.</summary>
    /// <exception cref="BadRequestException">One is not Unicode, or contains U+0000.</exception>
    public static void CheckAll(JsonElement element, string parameter)
    {
        // What is no text can only be written with an escape, and most documents have none.
        if (JsonMarshal.GetRawUtf8Value(element).IndexOf("\\u"u8) >= 0)
        {
            Check(element, parameter);
        }
    }

    private static void Check(JsonElement element, string parameter)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(element, parameter);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Check(item, parameter);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    NameOf(property, parameter);
                    Check(property.Value, parameter);
                }

                break;
            default:
                break;
        }
    }

    private static void CheckText(JsonElement text, string parameter)
    {
        try
        {
            Checked(text.GetString()!, parameter);
        }
        catch (InvalidOperationException exception)
        {
            throw NotUnicode(parameter, exception);
        }
    }

    private static string Checked(string text, string parameter) =>
        text.Contains('\0')
            ? throw new BadRequestException(
                "{parameter} must not contain the character U+0000",
                [("parameter", parameter)],
                parameter
            )
            : text;

    private static BadRequestException NotUnicode(string parameter, Exception inner) =>
        new("{parameter} contains text that is not valid Unicode", [("parameter", parameter)], parameter, inner);
}
