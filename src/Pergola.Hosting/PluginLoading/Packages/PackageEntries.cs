using System.IO.Compression;

namespace Pergola.Hosting.PluginLoading.Packages;

/// <summary>
/// The files inside a package, with the limits that keep a hostile one from doing harm: no path leads out of it, and nothing
/// unpacks to more than it may.
/// </summary>
internal sealed class PackageEntries
{
    private const int MaxEntries = 5_000;
    private const long MaxUnpacked = 256L * 1024 * 1024;
    private const int UnixTypeMask = 0xF000;
    private const int UnixLink = 0xA000;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    public PackageEntries(ZipArchive archive)
    {
        if (archive.Entries.Count > MaxEntries)
        {
            throw new PackageException("The package has more than {limit} files", [("limit", $"{MaxEntries}")]);
        }

        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            var path = Uri.UnescapeDataString(entry.FullName);
            if (!IsInside(path) || ((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixLink)
            {
                throw new PackageException(
                    "The package has a file that leads out of it: {path}",
                    [("path", Shown(entry.FullName))]
                );
            }

            if (!_entries.TryAdd(path, entry))
            {
                throw new PackageException("The package has the file {path} twice", [("path", Shown(path))]);
            }
        }

        if (_entries.Values.Sum(e => e.Length) > MaxUnpacked)
        {
            throw TooLarge();
        }
    }

    public IEnumerable<string> Paths => _entries.Keys;

    /// <summary>Unpacks a file; what its directory says of its size is not believed.</summary>
    public byte[] Read(string path)
    {
        using var content = _entries[path].Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81_920];
        while (content.Read(buffer) is var read and > 0)
        {
            _unpacked += read;
            if (_unpacked > MaxUnpacked)
            {
                throw TooLarge();
            }

            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }

    private static bool IsInside(string path) =>
        path.Length > 0
        && !path.StartsWith('/')
        && !path.Contains('\\')
        && !path.Contains(':')
        && !path.Contains('\0')
        && path.Split('/').All(part => part is not ("" or "." or ".."));

    private static string Shown(string path) => path.Length <= 200 ? path : path[..200];

    private static PackageException TooLarge() =>
        new("The package unpacks to more than {limit} MB", [("limit", $"{MaxUnpacked / 1024 / 1024}")]);
}
