using Pergola.ArchitectureTests.Sources;
using Pergola.Testing;
using Xunit;

namespace Pergola.ArchitectureTests;

public sealed class RepositoryTests
{
    // Put together here, so that this file does not break its own rule.
    private static readonly string[] Unwanted =
    [
        "../" + "shared",
        "/work" + "/main",
        "/work" + "/shared",
        "clau" + "de",
        "anthro" + "pic",
        "chat" + "gpt",
        "copi" + "lot",
        "co-authored" + "-by",
    ];

    [Fact]
    public void Files_tell_of_the_product_not_of_its_making() =>
        Rule.Holds(
            "Files tell of the product, not of its making",
            from path in SourceTree.Files
            let text = IsText(path) ? SourceTree.Read(path) : ""
            from word in Unwanted
            where
                text.Contains(word, StringComparison.OrdinalIgnoreCase)
                || path.Contains(word, StringComparison.OrdinalIgnoreCase)
            select new Violation(path, $"contains \"{word}\"")
        );

    // A zero byte near the beginning is how version control tells the two apart as well.
    private static bool IsText(string path)
    {
        using var file = File.OpenRead(RepositoryRoot.Combine(path));
        Span<byte> start = stackalloc byte[4096];
        return !start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)].Contains((byte)0);
    }
}
