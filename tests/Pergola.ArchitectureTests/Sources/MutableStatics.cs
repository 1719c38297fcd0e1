using System.Text.RegularExpressions;

namespace Pergola.ArchitectureTests.Sources;

/// <summary>Finds fields and properties that keep changing state for the whole process.</summary>
internal static partial class MutableStatics
{
    public static IEnumerable<Violation> In(SourceFile file) =>
        Static()
            .Matches(file.Code)
            .Select(match => match.Index)
            .Where(position => IsMutable(file.Code, position))
            .Concat(AmbientOrShared().Matches(file.Code).Select(match => match.Index))
            .Distinct()
            .Select(position => new Violation(file.Path, $"line {file.LineAt(position)}: static state that changes"));

    private static bool IsMutable(string code, int position)
    {
        var start = code.LastIndexOfAny([';', '{', '}', '(', ','], position) + 1;
        var end = code.IndexOfAny([';', '=', '(', '{'], position);
        if (end < 0 || NotState().IsMatch(code[start..end]))
        {
            return false;
        }

        return code[end] switch
        {
            // A method, a local function or a lambda.
            '(' => false,
            '=' => code[end + 1] is not '>',
            '{' => Setter().IsMatch(code[end..Math.Max(code.IndexOf('}', end), end)]),
            _ => true,
        };
    }

    [GeneratedRegex(@"\bstatic\b")]
    private static partial Regex Static();

    [GeneratedRegex(@"\b(readonly|const|class|struct|record|interface|enum|using|delegate|operator)\b")]
    private static partial Regex NotState();

    [GeneratedRegex(@"\bset\b")]
    private static partial Regex Setter();

    // Read-only references to what exists only in order to be changed, or to hide who the caller is.
    [GeneratedRegex(
        @"\bstatic\s+readonly\s+(Concurrent\w+|ConditionalWeakTable)\s*<|\b(AsyncLocal|ThreadLocal)\s*<|\[ThreadStatic"
    )]
    private static partial Regex AmbientOrShared();
}
