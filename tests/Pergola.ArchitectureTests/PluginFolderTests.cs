using System.Text.Json;
using Pergola.ArchitectureTests.Projects;
using Pergola.ArchitectureTests.Sources;
using Xunit;

namespace Pergola.ArchitectureTests;

public sealed class PluginFolderTests
{
    private static readonly string[] Parts = ["server", "web", "locales", "tests", "README.md"];

    private static readonly IReadOnlyList<IGrouping<string, string[]>> Folders =
    [
        .. SourceTree
            .Files.Select(path => path.Split('/'))
            .Where(path => path is ["plugins", _, _, ..])
            .GroupBy(path => path[1]),
    ];

    [Fact]
    public void Plugin_folders_have_one_shape() =>
        Rule.Holds(
            "Plugin folders have one shape",
            Folders.SelectMany(folder =>
                folder
                    .Select(path => path[2])
                    .Distinct()
                    .Except(Parts)
                    .Select(part => new Violation($"plugins/{folder.Key}", $"{part} has no place in a plugin"))
                    .Concat(Missing(folder))
            )
        );

    [Fact]
    public void Every_language_has_the_same_keys() =>
        Rule.Holds(
            "Every language has the same keys",
            from folder in Folders
            let languages = folder
                .Where(path => path is [_, _, "locales", _])
                .Select(path => string.Join('/', path))
                .ToList()
            let all = languages.SelectMany(Keys).ToHashSet()
            from language in languages
            from key in all.Except(Keys(language))
            select new Violation(language, $"has no \"{key}\"")
        );

    private static IEnumerable<Violation> Missing(IGrouping<string, string[]> folder)
    {
        if (!folder.Any(path => path is [_, _, "README.md"]))
        {
            yield return new($"plugins/{folder.Key}", "has no README.md");
        }

        var project =
            $"Pergola.Plugins.{string.Concat(folder.Key.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}";
        var found = ProjectFile.All.Where(p => p.IsPlugin && p.PluginFolder == folder.Key).Select(p => p.Name).ToList();
        if (!found.SequenceEqual([project]))
        {
            yield return new(
                $"plugins/{folder.Key}",
                $"has [{string.Join(", ", found)}] instead of server/{project}.csproj"
            );
        }
    }

    private static IReadOnlyList<string> Keys(string language)
    {
        using var json = JsonDocument.Parse(SourceTree.Read(language));
        return [.. Keys(json.RootElement, "")];
    }

    private static IEnumerable<string> Keys(JsonElement json, string prefix) =>
        json.EnumerateObject()
            .SelectMany(property =>
                property.Value.ValueKind is JsonValueKind.Object
                    ? Keys(property.Value, $"{prefix}{property.Name}.")
                    : [prefix + property.Name]
            );
}
