using System.Text;
using System.Text.Json;

namespace Pergola.Plugins.AuditLog.Entries;

/// <summary>Text from outside, fit for a column: not too long, and without what a database refuses.</summary>
internal static class EntryText
{
    public const int Name = 128;
    public const int Column = 255;
    public const int Agent = 512;

    /// <summary>A text of a body; null when it is none that could be stored.</summary>
    public static string? Of(JsonElement? value)
    {
        try
        {
            return value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // JSON can escape halves of characters, which are no text.
            return null;
        }
    }

    public static string? Cut(string? text, int length)
    {
        if (text is null)
        {
            return null;
        }

        var kept = text.Length <= length ? text : text[..length];
        if (!kept.Any(c => char.IsControl(c) || char.IsSurrogate(c)))
        {
            return kept;
        }

        // Half a pair of surrogates and control characters, zero above all, are replaced.
        var clean = new StringBuilder(kept.Length);
        foreach (var rune in kept.EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) ? Rune.ReplacementChar : rune);
        }

        return clean.ToString();
    }
}
