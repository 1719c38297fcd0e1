using System.Text.RegularExpressions;
using Pergola.ArchitectureTests.Projects;
using Pergola.ArchitectureTests.Sources;
using Xunit;

namespace Pergola.ArchitectureTests;

public sealed partial class NamespaceTests
{
    [Fact]
    public void Namespaces_are_folders() =>
        Rule.Holds(
            "Namespaces are folders",
            from file in SourceTree.Product
            let expected = Expected(file)
            from problem in Problem(file, expected)
            select problem
        );

    private static IEnumerable<Violation> Problem(SourceFile file, string? expected)
    {
        if (expected is null)
        {
            return [new(file.Path, "belongs to no project")];
        }

        var declared = Namespace().Matches(file.Code).Select(match => match.Groups[1].Value).ToList();
        // Top-level statements and assembly attributes have none.
        return declared.Count == 0 && !TypeDeclaration.In(file).Any() || declared.SequenceEqual([expected])
            ? []
            : [new(file.Path, $"namespace {string.Join(", ", declared)} should be {expected}")];
    }

    private static string? Expected(SourceFile file)
    {
        var project = ProjectFile.All.FirstOrDefault(project =>
            $"{file.Folder}/".StartsWith($"{project.Folder}/", StringComparison.Ordinal)
        );
        return project is null ? null : project.RootNamespace + file.Folder[project.Folder.Length..].Replace('/', '.');
    }

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
