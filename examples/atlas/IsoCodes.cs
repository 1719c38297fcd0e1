using System.Text.Json.Nodes;

namespace Atlas;

/// <summary>The ISO lists that Debian's package <c>iso-codes</c> installs as JSON.</summary>
internal sealed class IsoCodes(string folder)
{
    /// <summary>ISO 3166-1.</summary>
    public IReadOnlyList<JsonObject> Countries { get; } = Read(folder, "3166-1");

    /// <summary>ISO 3166-2.</summary>
    public IReadOnlyList<JsonObject> Subdivisions { get; } = Read(folder, "3166-2");

    /// <summary>ISO 639-3.</summary>
    public IReadOnlyList<JsonObject> Languages { get; } = Read(folder, "639-3");

    /// <summary>ISO 4217.</summary>
    public IReadOnlyList<JsonObject> Currencies { get; } = Read(folder, "4217");

    private static IReadOnlyList<JsonObject> Read(string folder, string list)
    {
        var path = Path.Combine(folder, $"iso_{list}.json");
        if (!File.Exists(path))
        {
            throw new AtlasException(
                $"""
                There is no {path}.
                The data comes with Debian's and Ubuntu's package iso-codes:  sudo apt-get install iso-codes
                Elsewhere, name the folder that holds iso_3166-1.json:        --data <folder>
                """
            );
        }

        using var file = File.OpenRead(path);
        var records =
            JsonNode.Parse(file)?[list]?.AsArray() ?? throw new AtlasException($"{path} has no list \"{list}\".");
        return [.. records.OfType<JsonObject>()];
    }
}
