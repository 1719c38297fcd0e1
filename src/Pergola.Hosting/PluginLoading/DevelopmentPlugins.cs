using Pergola.App.Plugins.Installed;
using Pergola.Hosting.PluginLoading.Packages;

namespace Pergola.Hosting.PluginLoading;

/// <summary>
/// Plugins that are being written: loaded from the folders their builds go to, as they are at that moment, and switched on
/// without being installed.
/// </summary>
internal sealed class DevelopmentPlugins(IReadOnlyList<string> folders)
{
    private const string Web = "web";

    public IReadOnlyList<string> Folders { get; } = folders;

    public IEnumerable<Candidate> Candidates(PluginStates states) =>
        Folders.Select(folder =>
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
            var entry = new PluginEntry
            {
                Name = name,
                PackageName = name,
                Version = "0.0.0",
                Origin = PluginOrigin.Development,
                StartsEnabled = true,
            };
            return new Candidate(
                entry,
                entry.IsOn(states),
                () => PluginLoader.Load(Read(folder), PluginOrigin.Development)
            );
        });

    /// <summary>The build output as the package it would become.</summary>
    public static PluginPackage Read(string folder)
    {
        // The file that says what the build depends on bears the name of the project.
        var described = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.deps.json") : [];
        if (described is not [var dependencies])
        {
            throw new PackageException("There is no build of a plugin in {folder}", [("folder", folder)]);
        }

        var project = Path.GetFileName(dependencies)[..^".deps.json".Length];
        var assemblies = Directory
            .GetFiles(folder, "*.dll")
            .ToDictionary(p => Path.GetFileNameWithoutExtension(p), ReadAssembly, StringComparer.OrdinalIgnoreCase);
        var identity = new PackageIdentity(project, "0.0.0");
        DependencyCheck.Run(identity, assemblies);
        var web = Path.Combine(folder, Web);
        return new PluginPackage
        {
            Identity = identity,
            Hash = string.Empty,
            Framework = $"net{Environment.Version.Major}.0",
            Dependencies = [],
            Assemblies = assemblies,
            WebFiles = Directory.Exists(web)
                ? Directory
                    .GetFiles(web, "*", SearchOption.AllDirectories)
                    .ToDictionary(
                        p => Path.GetRelativePath(web, p).Replace('\\', '/'),
                        File.ReadAllBytes,
                        StringComparer.Ordinal
                    )
                : new Dictionary<string, byte[]>(),
        };
    }

    private static AssemblyImage ReadAssembly(string path)
    {
        var symbols = Path.ChangeExtension(path, ".pdb");
        return new AssemblyImage(File.ReadAllBytes(path), File.Exists(symbols) ? File.ReadAllBytes(symbols) : null);
    }
}
