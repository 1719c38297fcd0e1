using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Pergola.Hosting.PluginLoading.Packages;

/// <summary>
/// Whether everything the assemblies of a plugin refer to is there: in the plugin or in the product. Reads their metadata and
/// runs nothing.
/// </summary>
internal static class DependencyCheck
{
    /// <exception cref="PackageException">Something is missing or too old; the message names it.</exception>
    public static void Run(PackageIdentity identity, IReadOnlyDictionary<string, AssemblyImage> assemblies)
    {
        foreach (var (name, assembly) in assemblies)
        {
            foreach (var (needed, version) in ReferencesOf(identity, name, assembly.Image))
            {
                if (!assemblies.ContainsKey(needed) || HostAssemblies.IsContract(needed))
                {
                    Check(identity, needed, version);
                }
            }
        }
    }

    private static void Check(PackageIdentity identity, string needed, Version version)
    {
        var there =
            HostAssemblies.VersionOf(needed)
            ?? throw new PackageException(
                "The package {id} needs {assembly} {version}, which is neither in it nor a part of Pergola",
                [("id", identity.Id), ("assembly", needed), ("version", $"{version}")]
            );
        if (version > there)
        {
            throw new PackageException(
                "The package {id} needs {assembly} {version}; this Pergola has {there}",
                [("id", identity.Id), ("assembly", needed), ("version", $"{version}"), ("there", $"{there}")]
            );
        }
    }

    private static List<(string Name, Version Version)> ReferencesOf(
        PackageIdentity identity,
        string name,
        byte[] image
    )
    {
        try
        {
            using var executable = new PEReader(new MemoryStream(image, writable: false));
            if (!executable.HasMetadata)
            {
                throw NoAssembly(identity, name);
            }

            var metadata = executable.GetMetadataReader();
            return
            [
                .. metadata
                    .AssemblyReferences.Select(metadata.GetAssemblyReference)
                    .Select(r => (metadata.GetString(r.Name), r.Version)),
            ];
        }
        catch (BadImageFormatException failure)
        {
            throw NoAssembly(identity, name, failure);
        }
    }

    private static PackageException NoAssembly(PackageIdentity identity, string name, Exception? inner = null) =>
        new("In the package {id}, {file}.dll is not an assembly of .NET", [("id", identity.Id), ("file", name)], inner);
}
