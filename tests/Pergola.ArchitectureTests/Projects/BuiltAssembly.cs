using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Pergola.Testing;

namespace Pergola.ArchitectureTests.Projects;

/// <summary>What a compiled project really uses, whatever its project file says.</summary>
internal static class BuiltAssembly
{
    private static readonly string Configuration = Path.GetFileName(
        Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)
    );

    /// <summary>Names of the assemblies used; none when the project has not been built in this configuration.</summary>
    public static IReadOnlyList<string> References(ProjectFile project)
    {
        var path = RepositoryRoot.Combine(
            "artifacts",
            "bin",
            project.Name,
            Configuration,
            $"{project.AssemblyName}.dll"
        );
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(handle =>
                metadata.GetString(metadata.GetAssemblyReference(handle).Name)
            ),
        ];
    }
}
