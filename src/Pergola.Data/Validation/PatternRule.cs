using System.Text.RegularExpressions;

namespace Pergola.Data.Validation;

/// <summary>The rule <c>pattern</c>: a regular expression, plain or as <c>/…/flags</c>.</summary>
internal static class PatternRule
{
    /// <summary>Longest time one match may take: a pattern must not be able to stop the server.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    public static RuleCheck? Create(RuleArguments arguments)
    {
        if (arguments.Text("regex") is not { Length: > 0 } given || Compile(given) is not { } pattern)
        {
            return null;
        }

        return value =>
            TextRules.TextOf(value) is not { } text || Matches(pattern, text)
                ? null
                : BrokenRule.Of(
                    "with value \"{value}\" fails to match the required pattern: {pattern}",
                    ("value", text),
                    ("pattern", given)
                );
    }

    private static bool Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // What cannot be shown to match is refused.
            return false;
        }
    }

    private static Regex? Compile(string given)
    {
        var (text, options) = (given, RegexOptions.CultureInvariant);
        if (given.Length > 1 && given[0] == '/' && given.LastIndexOf('/') is var end and > 0)
        {
            text = given[1..end];
            var flags = given.AsSpan(end + 1);
            options |= flags.Contains('i') ? RegexOptions.IgnoreCase : RegexOptions.None;
            options |= flags.Contains('m') ? RegexOptions.Multiline : RegexOptions.None;
            options |= flags.Contains('s') ? RegexOptions.Singleline : RegexOptions.None;
        }

        try
        {
            return new Regex(text, options, Patience);
        }
        catch (RegexParseException)
        {
            // A stored pattern that is no pattern restricts nothing.
            return null;
        }
    }
}
