using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Pergola.Data.Sqlite.Functions;

/// <summary>Compiled expressions of recent queries. Patterns come from outside, so matching is bounded in time.</summary>
internal sealed class RegexCache
{
    private const int Capacity = 256;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(string Pattern, bool IgnoreCase), Regex> _expressions = new();

    public bool IsMatch(string text, string pattern, bool ignoreCase)
    {
        try
        {
            return Get(pattern, ignoreCase).IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw SqliteFunctions.InvalidPattern("The expression takes too long");
        }
    }

    private Regex Get(string pattern, bool ignoreCase)
    {
        if (_expressions.TryGetValue((pattern, ignoreCase), out var known))
        {
            return known;
        }

        if (_expressions.Count >= Capacity)
        {
            _expressions.Clear();
        }

        // As in PostgreSQL a dot stands for a line break too.
        var options =
            RegexOptions.CultureInvariant
            | RegexOptions.Singleline
            | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return _expressions.GetOrAdd((pattern, ignoreCase), Create(WithStrictEnd(pattern), options));
        }
        catch (ArgumentException exception)
        {
            throw SqliteFunctions.InvalidPattern(exception.Message);
        }
    }

    /// <summary>
    /// A dollar sign means the very end, as in PostgreSQL; in .NET also the place before a last line break.
    /// </summary>
    private static string WithStrictEnd(string pattern)
    {
        var strict = new StringBuilder(pattern.Length);
        var isInClass = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            var character = pattern[at];
            if (character == '\\' && at + 1 < pattern.Length)
            {
                strict.Append(character).Append(pattern[++at]);
                continue;
            }

            isInClass = isInClass ? character != ']' : character == '[';
            strict.Append(character == '$' && !isInClass ? "\\z" : character);
        }

        return strict.ToString();
    }

    private static Regex Create(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, Timeout);
        }
        catch (NotSupportedException)
        {
            // Look-arounds and back-references need backtracking; the timeout bounds them.
            return new Regex(pattern, options, Timeout);
        }
    }
}
