using System.Text.RegularExpressions;
using Pergola.ArchitectureTests.Sources;

namespace Pergola.ArchitectureTests.Projects;

/// <summary>What the <c>[Plugin("…", DependsOn = […])]</c> attributes of a plugin folder say, as project names.</summary>
internal static partial class PluginDependencies
{
    // The attributes' arguments are texts, which the code of a source file leaves out, so the files are read again.
    private static readonly ILookup<string, Declared> ByFolder = SourceTree
        .Files.Where(path => path.EndsWith("Plugin.cs", StringComparison.Ordinal))
        .Where(path => path.Split('/') is ["plugins", _, "server", ..])
        .SelectMany(path =>
            Attribute()
                .Matches(SourceTree.Read(path))
                .Select(match => (Folder: path.Split('/')[1], Declared: Read(match)))
        )
        .ToLookup(found => found.Folder, found => found.Declared);

    /// <summary>The projects of the plugins that this one declares, its own folder's left out.</summary>
    public static IReadOnlySet<string> Of(ProjectFile plugin) =>
        ByFolder[plugin.PluginFolder]
            .SelectMany(declared => declared.DependsOn)
            .Select(name =>
                ByFolder.FirstOrDefault(folder => folder.Any(declared => declared.Name == name))?.Key ?? name
            )
            .Where(folder => folder != plugin.PluginFolder)
            .Select(folder =>
                ProjectFile.All.FirstOrDefault(p => p.IsPlugin && p.PluginFolder == folder)?.Name ?? folder
            )
            .ToHashSet();

    private static Declared Read(Match match) =>
        new(match.Groups["name"].Value, [.. match.Groups["dependency"].Captures.Select(capture => capture.Value)]);

    [GeneratedRegex(
        """\[Plugin\(\s*"(?<name>[^"]+)"(?:[^\])]*?DependsOn\s*=\s*(?:new\s*\[\]\s*)?[\[{]\s*(?:"(?<dependency>[^"]+)"\s*,?\s*)*[\]}])?""",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Attribute();

    private sealed record Declared(string Name, IReadOnlyList<string> DependsOn);
}
