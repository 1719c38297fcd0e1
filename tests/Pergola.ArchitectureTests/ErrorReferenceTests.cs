using System.Text.RegularExpressions;
using Pergola.ArchitectureTests.Sources;
using Xunit;

namespace Pergola.ArchitectureTests;

public sealed partial class ErrorReferenceTests
{
    private const string Page = "docs/reference/errors.md";

    private static readonly string Text = SourceTree.Read(Page);

    private static readonly IReadOnlyList<string> Sources =
    [
        .. SourceTree.Files.Where(path =>
            path.EndsWith(".cs", StringComparison.Ordinal)
            && (
                path.StartsWith("src/Pergola.Core/", StringComparison.Ordinal)
                || path.StartsWith("src/Pergola.App/", StringComparison.Ordinal)
                || path.StartsWith("src/Pergola.Hosting/", StringComparison.Ordinal)
                || (path.StartsWith("plugins/", StringComparison.Ordinal) && path.Contains("/server/"))
            )
            // Names of variables look like codes.
            && !path.StartsWith("src/Pergola.Hosting/Configuration/", StringComparison.Ordinal)
        ),
    ];

    [Fact]
    public void Every_code_has_a_row() =>
        Rule.Holds(
            "Every code has a row in " + Page,
            from path in Sources
            from Match code in Code().Matches(SourceTree.Read(path))
            let name = code.Groups[1].Value
            where !Text.Contains($"| `{name}` |", StringComparison.Ordinal)
            select new Violation(path, $"raises {name}, which has no row")
        );

    [Fact]
    public void Every_row_has_a_code()
    {
        var codes = Sources
            .SelectMany(path => Code().Matches(SourceTree.Read(path)))
            .Select(code => code.Groups[1].Value)
            .ToHashSet();
        Rule.Holds(
            "Every row has a code",
            from Match row in Row().Matches(Text)
            where !codes.Contains(row.Groups[1].Value)
            select new Violation(Page, $"{row.Groups[1].Value} is raised nowhere")
        );
    }

    [Fact]
    public void Every_kind_has_a_row() =>
        Rule.Holds(
            "Every kind has a row in " + Page,
            from path in Sources
            from Match kind in Kind().Matches(SourceTree.Read(path))
            let name = kind.Groups[1].Value
            where !Text.Contains($"| `{name}` |", StringComparison.Ordinal)
            select new Violation(path, $"{name} has no row")
        );

    [GeneratedRegex("\"([A-Z]+(?:_[A-Z]+)+)\"")]
    private static partial Regex Code();

    [GeneratedRegex("^\\| `([A-Z]+(?:_[A-Z]+)+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("class (\\w+Exception)\\((?:[^()]|\\([^()]*\\))*\\)\\s*:\\s*PergolaException")]
    private static partial Regex Kind();
}
