using System.Reflection;

namespace Pergola.Hosting.PluginLoading.Packages;

/// <summary>The assemblies the product runs on, by name; plugins share them.</summary>
internal static class HostAssemblies
{
    private static readonly Lazy<Dictionary<string, string>> Paths = new(FindPaths);

    public static bool Contains(string name) => Paths.Value.ContainsKey(name);

    /// <summary>Version of an assembly of the product, null when it has none of that name.</summary>
    public static Version? VersionOf(string name) =>
        Paths.Value.TryGetValue(name, out var path) ? AssemblyName.GetAssemblyName(path).Version : null;

    /// <summary>Whether plugins must share it, because its types pass between them and the product.</summary>
    public static bool IsContract(string name) =>
        Contains(name)
        && (
            name.StartsWith("Pergola.", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Microsoft.", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("System.", StringComparison.OrdinalIgnoreCase)
            || name is "System" or "mscorlib" or "netstandard"
        );

    private static Dictionary<string, string> FindPaths() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(p => Path.GetFileNameWithoutExtension(p), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
}
