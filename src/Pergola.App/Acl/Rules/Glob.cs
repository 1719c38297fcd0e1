namespace Pergola.App.Acl.Rules;

/// <summary>Patterns where <c>*</c> stands for any text without a slash.</summary>
internal static class Glob
{
    public static bool Matches(string pattern, string text)
    {
        var (at, position) = (0, 0);
        var (star, resume) = (-1, 0);
        while (position < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, resume) = (at++, position);
            }
            else if (at < pattern.Length && pattern[at] == text[position])
            {
                at++;
                position++;
            }
            else if (star >= 0 && text[resume] != '/')
            {
                // The star takes one character more.
                at = star + 1;
                position = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).Trim('*').IsEmpty;
    }
}
