using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Pergola.App.Plugins;
using Pergola.App.Plugins.Installed;
using Pergola.Hosting.PluginLoading.Packages;

namespace Pergola.Hosting.PluginLoading;

/// <summary>Makes a plugin out of assemblies.</summary>
internal static class PluginLoader
{
    /// <exception cref="PackageException">There is no plugin in it, or it cannot be made.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The generation unloads it.")]
    public static LoadedPlugin Load(PluginPackage package, PluginOrigin origin)
    {
        var context = new PluginLoadContext(package.Identity.ToString(), package.Assemblies);
        try
        {
            var plugin = Create(package.Identity, context.LoadOwn());
            return new LoadedPlugin(plugin, Describe(plugin, package, origin), context) { WebFiles = package.WebFiles };
        }
        catch
        {
            context.Unload();
            throw;
        }
    }

    private static Plugin Create(PackageIdentity identity, IReadOnlyList<Assembly> assemblies)
    {
        var types = assemblies.SelectMany(ExportedTypes).Where(t => IsPlugin(t)).ToList();
        if (types is not [var type])
        {
            throw types.Count == 0
                ? new PackageException(
                    "The package {id} has no plugin: no public class with the attribute [Plugin]",
                    [("id", identity.Id)]
                )
                : new PackageException("The package {id} has more than one plugin", [("id", identity.Id)]);
        }

        try
        {
            return (Plugin)Activator.CreateInstance(type)!;
        }
        catch (Exception failure) when (failure is TargetInvocationException or MissingMethodException)
        {
            throw PluginFailedException.Of(identity.Id, failure.InnerException ?? failure);
        }

        IEnumerable<Type> ExportedTypes(Assembly assembly)
        {
            try
            {
                return assembly.GetExportedTypes();
            }
            catch (Exception failure)
                when (failure
                        is TypeLoadException
                            or FileNotFoundException
                            or FileLoadException
                            or BadImageFormatException
                )
            {
                throw PluginFailedException.Of(identity.Id, failure);
            }
        }
    }

    private static bool IsPlugin(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && typeof(Plugin).IsAssignableFrom(type)
        && type.IsDefined(typeof(PluginAttribute), inherit: false);

    private static PluginEntry Describe(Plugin plugin, PluginPackage package, PluginOrigin origin)
    {
        var described = PluginOrder.Describe(plugin);
        return new PluginEntry
        {
            Name = described.Name,
            PackageName = package.Identity.Id,
            Version = package.Identity.Version,
            Origin = origin,
            DependsOn = [.. described.DependsOn],
            Title = described.Title ?? package.Title ?? package.Identity.Id,
            Description = described.Description ?? package.Description,
            Authors = package.Authors,
            Homepage = package.Homepage,
            Hash = package.Hash,
            HasWebPart = package.WebFiles.ContainsKey("index.js"),
            StartsEnabled = origin == PluginOrigin.Development,
        };
    }
}
