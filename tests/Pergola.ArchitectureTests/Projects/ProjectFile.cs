using System.Xml.Linq;
using Pergola.ArchitectureTests.Sources;
using Pergola.Testing;

namespace Pergola.ArchitectureTests.Projects;

/// <summary>A project file, read as it is written; what a props file adds is not in it.</summary>
internal sealed record ProjectFile(string Path)
{
    private readonly XDocument _xml = XDocument.Load(RepositoryRoot.Combine(Path));

    public static IReadOnlyList<ProjectFile> All { get; } =
    [
        .. SourceTree
            .Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => new ProjectFile(path)),
    ];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public string RootNamespace => Property("RootNamespace") ?? Name;

    public string AssemblyName => Property("AssemblyName") ?? Name;

    public bool IsPlugin => Path.StartsWith("plugins/", StringComparison.Ordinal);

    /// <summary>The wire folder of a plugin: <c>plugins/workflow/server/…</c> → <c>workflow</c>.</summary>
    public string PluginFolder => Path.Split('/')[1];

    /// <summary>Names of the referenced projects; a reference with a wildcard stands for all it meets.</summary>
    public IReadOnlyList<string> References =>
        [
            .. Includes("ProjectReference")
                .SelectMany(Expand)
                .Select(path => System.IO.Path.GetFileNameWithoutExtension(path)!),
        ];

    public IReadOnlyList<string> Packages => Includes("PackageReference");

    public IReadOnlyList<string> Frameworks => Includes("FrameworkReference");

    private string? Property(string name) => _xml.Descendants(name).Select(element => element.Value).FirstOrDefault();

    private IReadOnlyList<string> Includes(string item) =>
        [.. _xml.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>()];

    private IEnumerable<string> Expand(string include)
    {
        var full = System.IO.Path.GetFullPath(RepositoryRoot.Combine(Folder, include));
        var relative = System.IO.Path.GetRelativePath(RepositoryRoot.Path, full).Replace('\\', '/');
        return relative.Contains('*')
            ? All.Select(project => project.Path).Where(path => IsMatch(relative, path))
            : [relative];
    }

    private static bool IsMatch(string pattern, string path)
    {
        var (wanted, parts) = (pattern.Split('/'), path.Split('/'));
        return wanted.Length == parts.Length
            && wanted
                .Zip(parts)
                .All(pair => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pair.First, pair.Second));
    }
}
