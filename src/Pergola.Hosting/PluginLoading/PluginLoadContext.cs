using System.Reflection;
using System.Runtime.Loader;
using Pergola.Hosting.PluginLoading.Packages;

namespace Pergola.Hosting.PluginLoading;

/// <summary>
/// The assemblies of one plugin in one generation, loaded from memory so that no file stays open. What the product brings is
/// shared with it, the rest is its own.
/// </summary>
internal sealed class PluginLoadContext(string name, IReadOnlyDictionary<string, AssemblyImage> assemblies)
    : AssemblyLoadContext(name, isCollectible: true)
{
    /// <summary>Loads all that may hold the plugin: whatever refers to the contract.</summary>
    public IReadOnlyList<Assembly> LoadOwn() =>
        [
            .. assemblies
                .Keys.Where(n => !HostAssemblies.IsContract(n))
                .Order(StringComparer.Ordinal)
                .Select(n => LoadFromAssemblyName(new AssemblyName(n))),
        ];

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (
            assemblyName.Name is not { } wanted
            || HostAssemblies.IsContract(wanted)
            || !assemblies.TryGetValue(wanted, out var found)
        )
        {
            return null;
        }

        using var image = new MemoryStream(found.Image, writable: false);
        using var symbols = found.Symbols is { } bytes ? new MemoryStream(bytes, writable: false) : null;
        return LoadFromStream(image, symbols);
    }
}
