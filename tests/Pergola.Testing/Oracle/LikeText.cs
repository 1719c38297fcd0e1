using System.Text;

namespace Pergola.Testing.Oracle;

/// <summary>LIKE, character by character: <c>%</c> any text, <c>_</c> one character, backslash takes the next one literally.</summary>
internal static class LikeText
{
    public static string Escape(string text) =>
        string.Concat(text.Select(c => c is '%' or '_' or '\\' ? $"\\{c}" : $"{c}"));

    public static bool IsMatch(string text, string pattern, bool ignoreCase) =>
        IsMatch(Runes(text, ignoreCase), Runes(pattern, ignoreCase));

    private static Rune[] Runes(string text, bool ignoreCase) =>
        [.. text.EnumerateRunes().Select(rune => ignoreCase ? Rune.ToLowerInvariant(rune) : rune)];

    private static bool IsMatch(ReadOnlySpan<Rune> text, ReadOnlySpan<Rune> pattern)
    {
        if (pattern.IsEmpty)
        {
            return text.IsEmpty;
        }

        if (pattern[0].Value == '%')
        {
            for (var skip = 0; skip <= text.Length; skip++)
            {
                if (IsMatch(text[skip..], pattern[1..]))
                {
                    return true;
                }
            }

            return false;
        }

        if (text.IsEmpty)
        {
            return false;
        }

        if (pattern[0].Value == '_')
        {
            return IsMatch(text[1..], pattern[1..]);
        }

        var literal = pattern[0].Value == '\\' ? 1 : 0;
        return pattern[literal] == text[0] && IsMatch(text[1..], pattern[(literal + 1)..]);
    }
}
