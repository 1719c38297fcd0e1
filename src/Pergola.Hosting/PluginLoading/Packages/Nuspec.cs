using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Pergola.Hosting.PluginLoading.Packages;

/// <summary>What a package says of itself (docs: the nuspec reference of NuGet).</summary>
internal sealed partial class Nuspec
{
    private const int MaxText = 4_000;
    private readonly XElement _metadata;

    private Nuspec(XElement metadata) => _metadata = metadata;

    public string? Title => Text("title");

    public string? Description => Text("description");

    public string? Authors => Text("authors");

    /// <summary>Only an address a browser may follow.</summary>
    public string? Homepage =>
        Uri.TryCreate(Text("projectUrl"), UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address.ToString()
            : null;

    public PackageIdentity Identity
    {
        get
        {
            var (id, version) = (Text("id") ?? string.Empty, Text("version") ?? string.Empty);
            if (!IdPattern().IsMatch(id))
            {
                throw new PackageException("The package has no valid id");
            }

            return VersionPattern().IsMatch(version)
                ? new PackageIdentity(id, version)
                : throw new PackageException("The package {id} has no valid version", [("id", id)]);
        }
    }

    public static Nuspec Read(byte[] xml)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 1024 * 1024,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml), settings);
            var metadata = XDocument.Load(reader).Root?.Elements().FirstOrDefault(e => e.Name.LocalName == "metadata");
            return new Nuspec(metadata ?? throw new PackageException("The package does not describe itself"));
        }
        catch (XmlException failure)
        {
            throw new PackageException("The description of the package cannot be read", inner: failure);
        }
    }

    /// <summary>What it needs for a framework: the group for it, else the one for all.</summary>
    public IReadOnlyList<PackageDependency> DependenciesFor(string framework)
    {
        var dependencies = _metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "dependencies");
        if (dependencies is null)
        {
            return [];
        }

        var groups = dependencies.Elements().Where(e => e.Name.LocalName == "group").ToList();
        var best = FrameworkChoice.Best(groups.Select(FrameworkOf).OfType<string>());
        var group =
            groups.FirstOrDefault(g => FrameworkOf(g) == framework)
            ?? groups.FirstOrDefault(g => FrameworkOf(g) == best)
            ?? groups.FirstOrDefault(g => FrameworkOf(g) is null)
            ?? (groups.Count == 0 ? dependencies : null);
        return
        [
            .. (group?.Elements() ?? [])
                .Where(e => e.Name.LocalName == "dependency")
                .Select(e => new PackageDependency(
                    e.Attribute("id")?.Value ?? string.Empty,
                    e.Attribute("version")?.Value ?? string.Empty
                ))
                .Where(d => IdPattern().IsMatch(d.Id)),
        ];
    }

    /// <summary>Both <c>net10.0</c> and <c>.NETStandard2.0</c> are written.</summary>
    private static string? FrameworkOf(XElement group) =>
        group
            .Attribute("targetFramework")
            ?.Value.Replace(".NETStandard", "netstandard", StringComparison.OrdinalIgnoreCase)
            .ToLowerInvariant();

    private string? Text(string name) =>
        _metadata.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text
            ? text[..Math.Min(text.Length, MaxText)]
            : null;

    [GeneratedRegex(@"^[A-Za-z0-9_]+([.\-][A-Za-z0-9_]+)*\z", RegexOptions.None, 1000)]
    private static partial Regex IdPattern();

    [GeneratedRegex(
        @"^[0-9]{1,9}(\.[0-9]{1,9}){1,3}(-[0-9A-Za-z.\-]{1,60})?(\+[0-9A-Za-z.\-]{1,60})?\z",
        RegexOptions.None,
        1000
    )]
    private static partial Regex VersionPattern();
}
