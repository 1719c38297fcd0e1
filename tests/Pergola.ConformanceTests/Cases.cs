using System.Text.Json;
using Pergola.Testing.Recordings;

namespace Pergola.ConformanceTests;

/// <summary>The recorded exchanges under <c>cases/</c> and the examples that are known not to match.</summary>
internal static class Cases
{
    private const string KnownMissesFile = "known-misses.json";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cases");

    public static IReadOnlyList<ReplayFile> Files { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.json")
            .Where(path => Path.GetFileName(path) != KnownMissesFile)
            .Order(StringComparer.Ordinal)
            .Select(ReplayFile.Read),
    ];

    /// <summary>Server name (<c>all</c>, <c>sqlite</c>, <c>postgres</c>) → id of the example → why it does not match.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> KnownMisses { get; } =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            File.ReadAllBytes(Path.Combine(Folder, KnownMissesFile))
        )!;

    /// <summary>Why this example does not match on this server, or null when it has to.</summary>
    public static string? KnownMiss(string server, string id) =>
        KnownMisses["all"].GetValueOrDefault(id) ?? KnownMisses.GetValueOrDefault(server)?.GetValueOrDefault(id);
}
