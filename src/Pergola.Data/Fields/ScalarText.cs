using System.Text.Json;

namespace Pergola.Data.Fields;

/// <summary>Text of JSON scalars, checked for what no database can store.</summary>
internal static class ScalarText
{
    /// <summary>Text of a string, number (as it was written) or boolean; null for objects and arrays.</summary>
    /// <param name="path">Name for the message when the text cannot be stored.</param>
    public static string? Of(JsonElement value, string path) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Read(value, path),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };

    /// <summary>Text of a JSON string.</summary>
    /// <exception cref="Core.Errors.ValidationException">The text is not Unicode, or contains U+0000.</exception>
    public static string Read(JsonElement value, string path)
    {
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw ValueErrors.Invalid(path, "{field} contains text that is not valid Unicode");
        }

        Check(text, path);
        return text;
    }

    public static void Check(string text, string path)
    {
        if (text.Contains('\0'))
        {
            throw ValueErrors.Invalid(path, "{field} must not contain the character U+0000");
        }
    }

    /// <summary>Length in characters as databases count them: a surrogate pair is one.</summary>
    public static int CountCharacters(string text)
    {
        var count = text.Length;
        foreach (var character in text)
        {
            if (char.IsLowSurrogate(character))
            {
                count--;
            }
        }

        return count;
    }
}
