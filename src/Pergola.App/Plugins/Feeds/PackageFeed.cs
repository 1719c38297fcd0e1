using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Schema;

namespace Pergola.App.Plugins.Feeds;

/// <summary>
/// The NuGet feed (version 3) of an installation (docs: the NuGet server API). Asked only when there is one.
/// </summary>
public sealed class PackageFeed(FeedOptions options) : IDisposable
{
    /// <summary>Longest package in bytes.</summary>
    public const long MaxPackage = 64L * 1024 * 1024;

    private const long MaxList = 8L * 1024 * 1024;
    private const int MaxFound = 50;
    private readonly FeedHttp _http = new(options);

    public bool IsThere => options.Url is not null;

    /// <summary>Whether plugins can be added while the product runs.</summary>
    public bool AllowsAdding => options.AllowsAdding;

    public void Dispose() => _http.Dispose();

    /// <summary>Packages that fit a few words, all when there are none.</summary>
    /// <exception cref="FeedException">There is no feed, or it does not answer.</exception>
    public async Task<IReadOnlyList<FeedPackage>> SearchAsync(string words, CancellationToken cancellationToken)
    {
        var service = await FindServiceAsync("SearchQueryService", cancellationToken);
        var query = $"q={Uri.EscapeDataString(words)}&take={MaxFound}&semVerLevel=2.0.0";
        var answer = await ReadAsync(new Uri($"{service}?{query}"), cancellationToken);
        return
        [
            .. Items(answer?.Get("data"))
                .Select(p => new FeedPackage(
                    p.Text("id") ?? string.Empty,
                    p.Text("version") ?? string.Empty,
                    p.Text("title") is { Length: > 0 } title ? title : p.Text("id") ?? string.Empty,
                    p.Text("description") ?? string.Empty,
                    Authors(p)
                ))
                .Where(p => p.Id.Length > 0),
        ];
    }

    /// <summary>Versions of a package, the newest first; none when the feed does not have it.</summary>
    /// <exception cref="FeedException">There is no feed, or it does not answer.</exception>
    public async Task<IReadOnlyList<PackageVersion>> VersionsAsync(string id, CancellationToken cancellationToken)
    {
        var files = await FindServiceAsync("PackageBaseAddress/3.0.0", cancellationToken);
        var answer = await ReadAsync(new Uri($"{files}{Lower(id)}/index.json"), cancellationToken);
        return
        [
            .. Items(answer?.Get("versions"))
                .Select(v => PackageVersion.TryParse(v.ToString(), out var version) ? version : null)
                .OfType<PackageVersion>()
                .OrderDescending(PackageVersion.Order),
        ];
    }

    /// <exception cref="FeedException">The feed does not have it.</exception>
    public async Task<byte[]> DownloadAsync(string id, string version, CancellationToken cancellationToken)
    {
        var files = await FindServiceAsync("PackageBaseAddress/3.0.0", cancellationToken);
        var file = $"{Lower(id)}/{Lower(version)}/{Lower(id)}.{Lower(version)}.nupkg";
        return await _http.GetAsync(new Uri(files + file), MaxPackage, cancellationToken)
            ?? throw new FeedException("The package feed has no {id} {version}", [("id", id), ("version", version)]);
    }

    private static string Lower(string text) => Uri.EscapeDataString(text.ToLowerInvariant());

    private static string Authors(JsonElement package) =>
        package.Get("authors") switch
        {
            { ValueKind: JsonValueKind.Array } list => string.Join(", ", list.EnumerateArray()),
            { } one => one.ToString(),
            null => string.Empty,
        };

    private static IEnumerable<JsonElement> Items(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private async Task<string> FindServiceAsync(string type, CancellationToken cancellationToken)
    {
        var url = options.Url ?? throw new FeedException("There is no package feed: NOCOBASE_PKG_URL is not set");
        var index = url.AbsolutePath.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? url
            : new Uri(url.AbsoluteUri.TrimEnd('/') + "/v3/index.json");
        var services =
            await ReadAsync(index, cancellationToken)
            ?? throw new FeedException("There is no package feed at the address in NOCOBASE_PKG_URL");
        var found = Items(services.Get("resources"))
            .FirstOrDefault(r => (r.Text("@type") ?? string.Empty).StartsWith(type, StringComparison.Ordinal));
        if (
            found.ValueKind != JsonValueKind.Object
            || !Uri.TryCreate(found.Text("@id"), UriKind.Absolute, out var service)
            || service.Scheme is not ("http" or "https")
        )
        {
            throw new FeedException("The package feed does not offer {service}", [("service", type)]);
        }

        return type.StartsWith("Package", StringComparison.Ordinal)
            ? service.AbsoluteUri.TrimEnd('/') + "/"
            : service.AbsoluteUri;
    }

    private async Task<JsonElement?> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        if (await _http.GetAsync(address, MaxList, cancellationToken) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, JsonText.Document);
            return document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            throw new FeedException("The package feed answers something that is not JSON", inner: failure);
        }
    }
}
