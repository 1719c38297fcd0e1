using System.Runtime.CompilerServices;

namespace Pergola.Testing.Snapshots;

/// <summary>
/// Compares text with a file kept beside the test: <c>SelectCompilerTests.cs</c> → <c>SelectCompilerTests.snapshots/&lt;name&gt;</c>.
/// </summary>
public static class Snapshot
{
    public static void Match(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.ChangeExtension(testFile, ".snapshots"), name);
        var text = Normalize(actual);
        var expected = File.Exists(path) ? Normalize(File.ReadAllText(path)) : null;
        if (text == expected)
        {
            return;
        }

        if (TestEnvironment.Read(TestEnvironment.UpdateSnapshots) is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        throw new SnapshotException(expected is null ? Missing(path, text) : Different(path, expected, text));
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string Missing(string path, string text) =>
        $"There is no snapshot {path}. {HowToUpdate}\nThe text is:\n{text}";

    private static string Different(string path, string expected, string actual)
    {
        var (wanted, got) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < wanted.Length && line < got.Length && wanted[line] == got[line])
        {
            line++;
        }

        return $"""
            The text differs from {path} in line {line + 1}. {HowToUpdate}
              expected: {wanted.ElementAtOrDefault(line) ?? "(the end)"}
              actual:   {got.ElementAtOrDefault(line) ?? "(the end)"}
            The whole text is:
            {actual}
            """;
    }

    private const string HowToUpdate =
        $"If it is right, run the test once with {TestEnvironment.UpdateSnapshots}=1 and read the diff.";
}
