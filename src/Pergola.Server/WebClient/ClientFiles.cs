using System.Collections.Frozen;

namespace Pergola.Server.WebClient;

/// <summary>What the client's build left beside the server, read once; a name that is not in it is never looked up on disk.</summary>
internal sealed class ClientFiles
{
    private const string Page = "index.html";
    private const string Brotli = ".br";
    private const string Gzip = ".gz";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json; charset=utf-8",
        [".png"] = "image/png",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, ClientFile> _files;

    private ClientFiles(string? page, FrozenDictionary<string, ClientFile> files)
    {
        PageTemplate = page;
        _files = files;
    }

    /// <summary>The text of the page, null when no client was built.</summary>
    public string? PageTemplate { get; }

    public static ClientFiles Read(string folder)
    {
        var page = Path.Combine(folder, Page);
        if (!File.Exists(page))
        {
            return new ClientFiles(null, FrozenDictionary<string, ClientFile>.Empty);
        }

        var names = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .ToHashSet(StringComparer.Ordinal);
        return new ClientFiles(
            File.ReadAllText(page),
            names
                .Where(name => ContentTypes.ContainsKey(Path.GetExtension(name)))
                .ToFrozenDictionary(name => name, name => Describe(folder, name, names), StringComparer.Ordinal)
        );
    }

    public ClientFile? Find(string name) => _files.GetValueOrDefault(name);

    private static ClientFile Describe(string folder, string name, HashSet<string> names) =>
        new(
            Path.Combine(folder, name),
            ContentTypes[Path.GetExtension(name)],
            name.StartsWith("assets/", StringComparison.Ordinal),
            names.Contains(name + Brotli),
            names.Contains(name + Gzip)
        );
}
