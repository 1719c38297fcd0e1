using Pergola.Testing;

namespace Pergola.Plugins.Acl.Tests.Matrix;

/// <summary>One cell of <c>rights.txt</c>: what a role gets for a request.</summary>
internal sealed record RightsCell(string Role, string Method, string Path, string? Body, string Expected);

/// <summary>Reads <c>rights.txt</c>.</summary>
internal static class RightsTable
{
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["F"] = "t1 t2 s1 s2 a1 a2",
        ["E"] = "t1 s1 a1",
        ["G"] = "t2 s2 a2",
    };

    public static IReadOnlyList<RightsCell> Read()
    {
        var cells = new List<RightsCell>();
        string[] roles = [];
        foreach (var line in File.ReadLines(RepositoryRoot.Combine("plugins", "acl", "tests", "Matrix", "rights.txt")))
        {
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            var parts = line.Split('|').Select(p => p.Trim()).ToArray();
            if (parts[0] == "roles")
            {
                roles = parts[1..];
                continue;
            }

            Assert.True(parts.Length == roles.Length + 1, $"{parts[0]}: {parts.Length - 1} cells");
            var request = parts[0].Split(' ', 3);
            for (var index = 1; index < parts.Length; index++)
            {
                if (parts[index] == "=")
                {
                    parts[index] = parts[index - 1];
                }

                var body = request.Length > 2 ? request[2] : null;
                cells.Add(new RightsCell(roles[index - 1], request[0], request[1], body, Sorted(parts[index])));
            }
        }

        return cells;
    }

    /// <summary>The same in an order that does not depend on how it was written.</summary>
    public static string Sorted(string cell)
    {
        var at = cell.IndexOf('>', StringComparison.Ordinal);
        var (seen, changed) = at < 0 ? (cell, "") : (cell[..at], cell[(at + 1)..]);
        var text = string.Join(' ', Words(seen).Distinct(StringComparer.Ordinal));
        return at < 0 ? text : $"{text} > {string.Join(' ', Words(changed))}".Trim();
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(w => Short.GetValueOrDefault(w, w).Split(' '))
            .Order(StringComparer.Ordinal);
}
