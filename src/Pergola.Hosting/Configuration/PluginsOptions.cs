using Pergola.App.Plugins.Feeds;
using Pergola.App.Plugins.Installed;

namespace Pergola.Hosting.Configuration;

/// <summary>Where plugins come from beside the product.</summary>
public sealed class PluginsOptions
{
    /// <summary>Folders of builds that are loaded as they are, separated by commas.</summary>
    public string Development { get; init; } = string.Empty;

    /// <summary>Exactly <c>true</c>: none can be added while the product runs.</summary>
    public bool NoneAdded { get; init; }

    /// <summary>Address of the feed; null for none, and then none is asked.</summary>
    public string? FeedUrl { get; init; }

    public string? FeedUser { get; init; }

    public string? FeedPassword { get; init; }

    /// <summary>Names of plugins or packages that are on from the start, separated by commas.</summary>
    public string Appended { get; init; } = string.Empty;

    /// <exception cref="ConfigurationException">The address is none.</exception>
    public FeedOptions Feed =>
        new()
        {
            Url = FeedUrl is { Length: > 0 } url ? AddressOf(url) : null,
            User = FeedUser,
            Password = FeedPassword,
            AllowsAdding = !NoneAdded,
        };

    public IReadOnlyList<string> DevelopmentFolders => Split(Development);

    /// <summary>Short names of the plugins that are on from the start.</summary>
    public IReadOnlyCollection<string> Presets => [.. Split(Appended).Select(KnownPlugins.ShortName)];

    private static Uri AddressOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new ConfigurationException(
                "NOCOBASE_PKG_URL must be an address that begins with http:// or https://."
            );

    private static string[] Split(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
