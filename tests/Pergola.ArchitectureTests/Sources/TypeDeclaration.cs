using System.Text.RegularExpressions;

namespace Pergola.ArchitectureTests.Sources;

/// <summary>A declared type: what stands before its name, the name, and what it derives from or implements.</summary>
internal sealed partial record TypeDeclaration(
    SourceFile File,
    int Position,
    string Kind,
    string Name,
    string Head,
    string Bases
)
{
    public static IEnumerable<TypeDeclaration> In(SourceFile file) =>
        Declaration()
            .Matches(file.Code)
            .Select(match => new TypeDeclaration(
                file,
                match.Index,
                match.Groups["kind"].Value,
                match.Groups["name"].Value,
                HeadBefore(file.Code, match.Index),
                BasesAfter(file.Code, match.Index + match.Length)
            ));

    // Attributes and modifiers: back to the end of the previous statement or block.
    private static string HeadBefore(string code, int position) =>
        code[(code.LastIndexOfAny([';', '{', '}'], Math.Max(position - 1, 0)) + 1)..position];

    // Past type parameters and a primary constructor, which may hold colons of their own.
    private static string BasesAfter(string code, int position)
    {
        var depth = 0;
        var colon = -1;
        for (var i = position; i < code.Length; i++)
        {
            depth += code[i] switch
            {
                '(' or '[' => 1,
                ')' or ']' => -1,
                _ => 0,
            };
            if (depth == 0 && code[i] is '{' or ';')
            {
                return colon < 0 ? "" : code[(colon + 1)..i];
            }

            if (depth == 0 && code[i] is ':' && colon < 0)
            {
                colon = i;
            }
        }

        return "";
    }

    [GeneratedRegex(
        @"(?<![\w.])(?<kind>class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+(?<name>[A-Z]\w*)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Declaration();
}
