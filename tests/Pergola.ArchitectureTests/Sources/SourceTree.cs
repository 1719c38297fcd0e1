using Pergola.Testing;

namespace Pergola.ArchitectureTests.Sources;

/// <summary>The repository's own files: no build output, no packages, no version control.</summary>
internal static class SourceTree
{
    private static readonly string[] Foreign = [".git", "artifacts", "bin", "obj", "node_modules", "storage"];

    /// <summary>Every file, as a path from the root.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(new DirectoryInfo(RepositoryRoot.Path)).Order()];

    public static IReadOnlyList<SourceFile> CSharp { get; } =
    [
        .. Files
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(path => new SourceFile(path, CSharpText.CodeOnly(Read(path)))),
    ];

    /// <summary>What ships: the platform and the plugins' server parts.</summary>
    public static IReadOnlyList<SourceFile> Product { get; } = [.. CSharp.Where(file => IsProduct(file.Path))];

    public static string Read(string path) => File.ReadAllText(RepositoryRoot.Combine(path));

    private static bool IsProduct(string path) =>
        path.StartsWith("src/", StringComparison.Ordinal) || path.Split('/') is ["plugins", _, "server", ..];

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file.FullName).Replace('\\', '/'))
            .Concat(folder.EnumerateDirectories().Where(sub => !Foreign.Contains(sub.Name)).SelectMany(Walk));
}
