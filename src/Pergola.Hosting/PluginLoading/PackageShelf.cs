using System.Text.Json;
using Pergola.Hosting.PluginLoading.Packages;

namespace Pergola.Hosting.PluginLoading;

/// <summary>
/// The package files of an installation, in <c>plugins/</c> below its storage; beside each a list of the further packages it
/// was installed with.
/// </summary>
internal sealed class PackageShelf(string storagePath)
{
    private const string ListSuffix = ".needs.json";
    private readonly string _folder = Path.GetFullPath(Path.Combine(storagePath, "plugins"));

    /// <summary>Puts a package and what it needs on the shelf, itself last.</summary>
    public async Task AddAsync(
        FetchedPackage package,
        IReadOnlyList<FetchedPackage> needed,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(_folder);
        foreach (var further in needed)
        {
            await WriteAsync(PathOf(further.Package.Identity), further.File, cancellationToken);
        }

        var list = needed.Select(n => new NeededPackage(
            n.Package.Identity.Id,
            n.Package.Identity.Version,
            n.Package.Hash
        ));
        var path = PathOf(package.Package.Identity);
        await WriteAsync(path + ListSuffix, JsonSerializer.SerializeToUtf8Bytes(list), cancellationToken);
        await WriteAsync(path, package.File, cancellationToken);
    }

    /// <summary>A package with the assemblies of those it was installed with.</summary>
    /// <exception cref="PackageException">A file is not there, or not the one that was installed.</exception>
    public PluginPackage Open(PackageIdentity identity, string? hash)
    {
        var package = Read(identity, hash);
        var list = PathOf(identity) + ListSuffix;
        var needed = File.Exists(list)
            ? JsonSerializer.Deserialize<NeededPackage[]>(File.ReadAllBytes(list)) ?? []
            : [];
        return Merge(package, needed.Select(n => Read(new PackageIdentity(n.Id, n.Version), n.Hash)));
    }

    /// <summary>A package with the assemblies of others; its own come first.</summary>
    public static PluginPackage Merge(PluginPackage package, IEnumerable<PluginPackage> needed)
    {
        var assemblies = new Dictionary<string, AssemblyImage>(package.Assemblies, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, image) in needed.SelectMany(n => n.Assemblies))
        {
            assemblies.TryAdd(name, image);
        }

        return package with
        {
            Assemblies = assemblies,
        };
    }

    /// <summary>Removes every version of a package; what it needed stays, for others may need it too.</summary>
    public void Remove(string id)
    {
        if (!Directory.Exists(_folder))
        {
            return;
        }

        var prefix = id.ToLowerInvariant() + ".";
        foreach (var path in Directory.GetFiles(_folder, prefix + "*"))
        {
            // The name of another package may begin like this one's.
            if (char.IsAsciiDigit(Path.GetFileName(path)[prefix.Length]))
            {
                File.Delete(path);
            }
        }
    }

    private PluginPackage Read(PackageIdentity identity, string? hash)
    {
        var path = PathOf(identity);
        if (!File.Exists(path))
        {
            throw new PackageException(
                "The package {package} is not in the storage: {file} is missing",
                [("package", $"{identity}"), ("file", $"plugins/{Path.GetFileName(path)}")]
            );
        }

        var package = PackageReader.Read(File.ReadAllBytes(path));
        return hash is null || package.Hash == hash
            ? package
            : throw new PackageException(
                "The package {package} is not the one that was installed: its hash is another",
                [("package", $"{identity}")]
            );
    }

    /// <summary>There as a whole or not at all.</summary>
    private static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var incoming = $"{path}.{Guid.NewGuid():n}.incoming";
        try
        {
            await File.WriteAllBytesAsync(incoming, content, cancellationToken);
            File.Move(incoming, path, overwrite: true);
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    // Ids and versions have been checked: they hold nothing that leads elsewhere.
    private string PathOf(PackageIdentity identity) =>
        Path.Combine(_folder, $"{identity.Id}.{identity.Version}.nupkg".ToLowerInvariant());

    private sealed record NeededPackage(string Id, string Version, string Hash);
}
