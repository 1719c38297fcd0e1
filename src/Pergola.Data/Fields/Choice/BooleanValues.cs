using System.Text.Json;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Choice;

/// <summary>Booleans in the spellings databases take.</summary>
internal static class BooleanValues
{
    private static readonly string[] TrueWords = ["true", "yes", "on", "1"];
    private static readonly string[] FalseWords = ["false", "no", "off", "0"];

    public static bool Read(JsonElement value, ColumnField field) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => Parse(ScalarText.Read(value, field.Name)),
            JsonValueKind.Number => Parse(value.GetRawText()),
            _ => null,
        } ?? throw field.Invalid("{field} must be a boolean");

    /// <summary>A word or the beginning of exactly one, in any case, with blanks around it.</summary>
    private static bool? Parse(string text)
    {
        text = text.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var isTrue = TrueWords.Any(word => word.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        var isFalse = FalseWords.Any(word => word.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return isTrue == isFalse ? null : isTrue;
    }
}
