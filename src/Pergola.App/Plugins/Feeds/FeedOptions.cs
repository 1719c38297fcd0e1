namespace Pergola.App.Plugins.Feeds;

/// <summary>Where packages come from.</summary>
public sealed class FeedOptions
{
    /// <summary>Address of the feed; null for none.</summary>
    public Uri? Url { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Whether plugins can be added while the product runs.</summary>
    public bool AllowsAdding { get; init; } = true;
}
