namespace Pergola.ArchitectureTests.Sources;

/// <summary>A C# file: its path from the repository's root, and its text without comments and the contents of strings.</summary>
internal sealed record SourceFile(string Path, string Code)
{
    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public int LineAt(int position) => Code.AsSpan(0, position).Count('\n') + 1;
}
