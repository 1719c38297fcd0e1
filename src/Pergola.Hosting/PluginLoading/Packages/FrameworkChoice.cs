namespace Pergola.Hosting.PluginLoading.Packages;

/// <summary>Picks the folder of a package whose assemblies run here.</summary>
internal static class FrameworkChoice
{
    private static readonly Version Host = new(Environment.Version.Major, 0);

    /// <summary>The best of the frameworks by their short names, null when none runs here.</summary>
    public static string? Best(IEnumerable<string> frameworks) =>
        frameworks.Where(f => Rank(f) is not null).MaxBy(Rank);

    /// <summary>The higher the better; null for what does not run here.</summary>
    private static Version? Rank(string framework)
    {
        if (framework.StartsWith("netstandard", StringComparison.OrdinalIgnoreCase))
        {
            return Parse(framework["netstandard".Length..]) is { Major: 1 or 2 } standard
                ? new Version(0, standard.Major, standard.Minor)
                : null;
        }

        if (framework.StartsWith("netcoreapp", StringComparison.OrdinalIgnoreCase))
        {
            return Parse(framework["netcoreapp".Length..]);
        }

        // net48 is another thing altogether, and has no dot; a platform, as in net10.0-windows, asks for more than there is.
        return
            framework.StartsWith("net", StringComparison.OrdinalIgnoreCase)
            && framework.Contains('.', StringComparison.Ordinal)
            && Parse(framework["net".Length..]) is { Major: >= 5 } version
            && version <= Host
            ? version
            : null;
    }

    private static Version? Parse(string text) =>
        text.All(c => char.IsAsciiDigit(c) || c == '.') && Version.TryParse(text, out var version) ? version : null;
}
