using System.Diagnostics.CodeAnalysis;

namespace Pergola.App.Localization;

/// <summary>Titles in the form <c>{{t("ID")}}</c> or <c>{{ t('ID', { ns: 'x' }) }}</c>.</summary>
public static class TextTemplate
{
    /// <summary>The text inside a template; false when the title is a plain one.</summary>
    public static bool TryRead(string title, [NotNullWhen(true)] out string? key)
    {
        key = null;
        var text = title.AsSpan().Trim();
        if (!text.StartsWith("{{") || !text.EndsWith("}}"))
        {
            return false;
        }

        text = text[2..^2].Trim();
        if (text.Length < 5 || text[0] != 't')
        {
            return false;
        }

        text = text[1..].TrimStart();
        if (text is not ['(', .., ')'])
        {
            return false;
        }

        text = text[1..^1].Trim();
        if (text.Length < 2 || text[0] is not ('"' or '\'' or '`'))
        {
            return false;
        }

        var end = text[1..].IndexOf(text[0]);
        if (end < 0)
        {
            return false;
        }

        key = text.Slice(1, end).ToString();
        return true;
    }
}
