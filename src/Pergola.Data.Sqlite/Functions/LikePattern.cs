using System.Buffers;

namespace Pergola.Data.Sqlite.Functions;

/// <summary>LIKE as PostgreSQL defines it: <c>%</c>, <c>_</c> for one character, backslash as escape.</summary>
internal static class LikePattern
{
    private const int StackLimit = 256;

    public static bool IsMatchIgnoringCase(string text, string pattern)
    {
        char[]? rented = null;
        var length = text.Length + pattern.Length;
        var buffer =
            length <= StackLimit ? stackalloc char[StackLimit] : (rented = ArrayPool<char>.Shared.Rent(length));
        try
        {
            var lowerText = buffer[..text.Length];
            var lowerPattern = buffer.Slice(text.Length, pattern.Length);
            text.AsSpan().ToLowerInvariant(lowerText);
            pattern.AsSpan().ToLowerInvariant(lowerPattern);
            return IsMatch(lowerText, lowerPattern);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented);
            }
        }
    }

    /// <summary>
    /// Matches from left to right and, when stuck, lets the last <c>%</c> take one character more: never more steps than
    /// text times pattern.
    /// </summary>
    public static bool IsMatch(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        var at = 0;
        var next = 0;
        var resumeAt = 0;
        var resumePattern = -1;
        while (at < text.Length)
        {
            if (next < pattern.Length && pattern[next] == '%')
            {
                resumePattern = ++next;
                resumeAt = at;
            }
            else if (next < pattern.Length && TryStep(text, ref at, pattern, ref next)) { }
            else if (resumePattern >= 0)
            {
                next = resumePattern;
                resumeAt += WidthAt(text, resumeAt);
                at = resumeAt;
            }
            else
            {
                return false;
            }
        }

        return pattern[next..].TrimStart('%').IsEmpty;
    }

    private static bool TryStep(ReadOnlySpan<char> text, ref int at, ReadOnlySpan<char> pattern, ref int next)
    {
        if (pattern[next] == '_')
        {
            at += WidthAt(text, at);
            next++;
            return true;
        }

        var literal = pattern[next] == '\\' ? next + 1 : next;
        if (literal == pattern.Length)
        {
            throw SqliteFunctions.InvalidPattern("A pattern must not end with its escape character");
        }

        if (pattern[literal] != text[at])
        {
            return false;
        }

        at++;
        next = literal + 1;
        return true;
    }

    private static int WidthAt(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
