using System.Text.Json;
using Pergola.App.Plugins.Installed;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.PluginLoading.Packages;

namespace Pergola.Hosting.PluginLoading;

/// <summary>
/// The package files of an installation, in <c>plugins/</c> below its storage; beside each a list of the further packages it
/// was installed with. Where nodes share a database, the files are in it as well, since they may share no folder.
/// </summary>
internal sealed class PackageShelf(string storagePath, SharedPackages? shared)
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
        var files = needed.ToDictionary(n => NameOf(n.Package.Identity), n => n.File, StringComparer.Ordinal);
        var list = needed.Select(n => new NeededPackage(
            n.Package.Identity.Id,
            n.Package.Identity.Version,
            n.Package.Hash
        ));
        var name = NameOf(package.Package.Identity);
        files[name + ListSuffix] = JsonSerializer.SerializeToUtf8Bytes(list);
        files[name] = package.File;
        Directory.CreateDirectory(_folder);
        foreach (var (file, content) in files)
        {
            await WriteAsync(Path.Combine(_folder, file), content, cancellationToken);
        }

        if (shared is not null)
        {
            await shared.PutAsync(package.Package.Identity.Id.ToLowerInvariant(), files, cancellationToken);
        }
    }

    /// <summary>Brings the files of packages that another node has added; what is nowhere is said when it is opened.</summary>
    public async Task FetchMissingAsync(PluginStates states, CancellationToken cancellationToken)
    {
        if (shared is null)
        {
            return;
        }

        foreach (var state in states.All.Where(s => s.Hash is not null))
        {
            var name = NameOf(new PackageIdentity(state.PackageName, state.Version ?? string.Empty));
            await FetchAsync(name + ListSuffix, cancellationToken);
            await FetchAsync(name, cancellationToken);
            foreach (var needed in NeededBy(Path.Combine(_folder, name)))
            {
                await FetchAsync(NameOf(new PackageIdentity(needed.Id, needed.Version)), cancellationToken);
            }
        }
    }

    /// <summary>A package with the assemblies of those it was installed with.</summary>
    /// <exception cref="PackageException">A file is not there, or not the one that was installed.</exception>
    public PluginPackage Open(PackageIdentity identity, string? hash)
    {
        var package = Read(identity, hash);
        return Merge(
            package,
            NeededBy(PathOf(identity)).Select(n => Read(new PackageIdentity(n.Id, n.Version), n.Hash))
        );
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

    /// <summary>As above, for every node.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        Remove(id);
        if (shared is not null)
        {
            await shared.RemoveAsync(id.ToLowerInvariant(), cancellationToken);
        }
    }

    private static NeededPackage[] NeededBy(string path) =>
        File.Exists(path + ListSuffix)
            ? JsonSerializer.Deserialize<NeededPackage[]>(File.ReadAllBytes(path + ListSuffix)) ?? []
            : [];

    private async Task FetchAsync(string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder, name);
        if (!File.Exists(path) && await shared!.FindAsync(name, cancellationToken) is { } content)
        {
            Directory.CreateDirectory(_folder);
            await WriteAsync(path, content, cancellationToken);
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
    private static string NameOf(PackageIdentity identity) =>
        $"{identity.Id}.{identity.Version}.nupkg".ToLowerInvariant();

    private string PathOf(PackageIdentity identity) => Path.Combine(_folder, NameOf(identity));

    private sealed record NeededPackage(string Id, string Version, string Hash);
}
