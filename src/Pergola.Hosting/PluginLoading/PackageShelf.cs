using Pergola.Hosting.PluginLoading.Packages;

namespace Pergola.Hosting.PluginLoading;

/// <summary>The package files of an installation, in <c>plugins/</c> below its storage.</summary>
internal sealed class PackageShelf(string storagePath)
{
    private readonly string _folder = Path.GetFullPath(Path.Combine(storagePath, "plugins"));

    /// <summary>Puts a file on the shelf; there as a whole or not at all.</summary>
    public async Task AddAsync(PluginPackage package, byte[] file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        var path = PathOf(package.Identity);
        var incoming = $"{path}.{Guid.NewGuid():n}.incoming";
        try
        {
            await File.WriteAllBytesAsync(incoming, file, cancellationToken);
            File.Move(incoming, path, overwrite: true);
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <exception cref="PackageException">The file is not there, or not the one that was installed.</exception>
    public PluginPackage Open(PackageIdentity identity, string? hash)
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

    public void Remove(PackageIdentity identity) => File.Delete(PathOf(identity));

    // Ids and versions have been checked: they hold nothing that leads elsewhere.
    private string PathOf(PackageIdentity identity) =>
        Path.Combine(_folder, $"{identity.Id}.{identity.Version}.nupkg".ToLowerInvariant());
}
