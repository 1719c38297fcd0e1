using System.IO.Compression;
using System.Security.Cryptography;

namespace Pergola.Hosting.PluginLoading.Packages;

/// <summary>Reads a package file (<c>.nupkg</c>) into memory without running anything of it.</summary>
public static class PackageReader
{
    /// <summary>Longest file in bytes.</summary>
    public const long MaxLength = 64L * 1024 * 1024;

    private const string Libraries = "lib/";
    private const string Web = "web/";

    /// <exception cref="PackageException">It is no package, a hostile one, or one that does not run here.</exception>
    public static PluginPackage Read(byte[] file)
    {
        if (file.LongLength > MaxLength)
        {
            throw new PackageException(
                "The package is larger than {limit} MB",
                [("limit", $"{MaxLength / 1024 / 1024}")]
            );
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return Read(new PackageEntries(archive), Convert.ToBase64String(SHA512.HashData(file)));
        }
        catch (InvalidDataException failure)
        {
            throw new PackageException("The file is not a package: it must be a .nupkg", inner: failure);
        }
    }

    private static PluginPackage Read(PackageEntries entries, string hash)
    {
        var described = entries.Paths.Where(p =>
            !p.Contains('/') && p.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase)
        );
        if (described.ToList() is not [var nuspec])
        {
            throw new PackageException("The file is not a package: it has no description (.nuspec) of itself");
        }

        var description = Nuspec.Read(entries.Read(nuspec));
        var framework = FrameworkOf(entries, description.Identity);
        return new PluginPackage
        {
            Identity = description.Identity,
            Title = description.Title,
            Description = description.Description,
            Authors = description.Authors,
            Homepage = description.Homepage,
            Hash = hash,
            Framework = framework,
            Dependencies = description.DependenciesFor(framework),
            Assemblies = AssembliesOf(entries, Libraries + framework + "/"),
            WebFiles = entries
                .Paths.Where(p => p.StartsWith(Web, StringComparison.Ordinal))
                .ToDictionary(p => p[Web.Length..], entries.Read, StringComparer.Ordinal),
        };
    }

    private static string FrameworkOf(PackageEntries entries, PackageIdentity identity)
    {
        string[] frameworks =
        [
            .. entries
                .Paths.Where(p => p.StartsWith(Libraries, StringComparison.Ordinal) && p.Count('/') >= 2)
                .Select(p => p.Split('/')[1])
                .Distinct(StringComparer.Ordinal),
        ];
        if (frameworks.Length == 0)
        {
            throw new PackageException("The package {id} has no assemblies", [("id", identity.Id)]);
        }

        return FrameworkChoice.Best(frameworks)
            ?? throw new PackageException(
                "The package {id} is made for {frameworks}; here runs what is made for net{version}.0 and below",
                [
                    ("id", identity.Id),
                    ("frameworks", string.Join(", ", frameworks)),
                    ("version", $"{Environment.Version.Major}"),
                ]
            );
    }

    private static Dictionary<string, AssemblyImage> AssembliesOf(PackageEntries entries, string folder)
    {
        var paths = entries.Paths.Where(p => p.StartsWith(folder, StringComparison.Ordinal)).ToHashSet();
        return paths
            .Where(p => p.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(
                p => Path.ChangeExtension(p[folder.Length..], null),
                p =>
                {
                    var symbols = Path.ChangeExtension(p, ".pdb");
                    return new AssemblyImage(entries.Read(p), paths.Contains(symbols) ? entries.Read(symbols) : null);
                },
                StringComparer.OrdinalIgnoreCase
            );
    }
}
