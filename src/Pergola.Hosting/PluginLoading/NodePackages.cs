using System.Text.Json;
using Pergola.App.Plugins.Installed;
using Pergola.Data.Schema;

namespace Pergola.Hosting.PluginLoading;

/// <summary>
/// Plugins that were written for NocoBase: packages that it left in <c>plugins/</c> below its storage, each with its
/// <c>package.json</c>, and what the installation says of others. None of them can run here; they are listed so that nobody
/// looks for them in vain.
/// </summary>
internal sealed class NodePackages(string storagePath)
{
    private const string Reason = "It is written in JavaScript for NocoBase. Pergola runs plugins for .NET";
    private const string Description = "package.json";
    private const int MaxDescription = 1024 * 1024;
    private readonly string _folder = Path.Combine(storagePath, "plugins");

    /// <param name="states">What the installation says.</param>
    /// <param name="others">Plugins that are known otherwise.</param>
    public IEnumerable<PluginEntry> Entries(PluginStates states, IEnumerable<PluginEntry> others)
    {
        var taken = others.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        var stored = states
            .All.Where(s => s.Hash is null)
            .Select(s => Entry(s.Name, s.PackageName, s.Version ?? "0.0.0", title: null, text: null));
        return Folders()
            .Select(Read)
            .Concat(stored)
            .Where(e => KnownPlugins.Find(e.Name) is null && taken.Add(e.Name))
            .ToList();
    }

    /// <summary>Those of packages, and those of packages below the name of who publishes them.</summary>
    private IEnumerable<string> Folders() =>
        !Directory.Exists(_folder)
            ? []
            : Directory
                .GetDirectories(_folder)
                .SelectMany(f => Path.GetFileName(f).StartsWith('@') ? Directory.GetDirectories(f) : [f])
                .Where(f => File.Exists(Path.Combine(f, Description)))
                .Order(StringComparer.Ordinal);

    private PluginEntry Read(string folder)
    {
        var package = Path.GetRelativePath(_folder, folder).Replace('\\', '/');
        var facts = Facts(Path.Combine(folder, Description));
        return Entry(
            KnownPlugins.ShortName(package),
            package,
            facts?.Text("version") ?? "0.0.0",
            facts?.Text("displayName"),
            facts?.Text("description")
        );
    }

    /// <summary>Null where the file holds something else: the folder is a package all the same.</summary>
    private static JsonElement? Facts(string path)
    {
        if (new FileInfo(path).Length > MaxDescription)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PluginEntry Entry(string name, string package, string version, string? title, string? text) =>
        new()
        {
            Name = name,
            PackageName = package,
            Version = version,
            Origin = PluginOrigin.Node,
            Title = title ?? package,
            Description = text,
            Error = Reason,
        };
}
