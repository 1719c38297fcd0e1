using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Pergola.App.Plugins.Feeds;

/// <summary>
/// Requests to a feed. User and password go to the host of the feed only, also when it sends elsewhere; nothing is read beyond
/// its limit.
/// </summary>
internal sealed class FeedHttp : IDisposable
{
    private const int MaxRedirects = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Limit };
    private readonly FeedOptions _options;

    public FeedHttp(FeedOptions options) => _options = options;

    public void Dispose() => _client.Dispose();

    /// <returns>What is at the address; null when nothing is.</returns>
    /// <exception cref="FeedException">The feed cannot be reached, or refuses.</exception>
    public async Task<byte[]?> GetAsync(Uri address, long maxLength, CancellationToken cancellationToken)
    {
        try
        {
            for (var step = 0; step <= MaxRedirects; step++)
            {
                using var response = await SendAsync(address, cancellationToken);
                if (NextOf(response, address) is { } next)
                {
                    address = next;
                    continue;
                }

                return response.StatusCode switch
                {
                    HttpStatusCode.OK => await ReadAsync(response, maxLength, cancellationToken),
                    HttpStatusCode.NotFound => null,
                    HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new FeedException(
                        "The package feed refuses user or password"
                    ),
                    var status => throw new FeedException(
                        "The package feed answers with status {status}",
                        [("status", $"{(int)status}")]
                    ),
                };
            }
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException
                || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new FeedException("The package feed cannot be reached", inner: failure);
        }

        throw new FeedException("The package feed sends from one address to the next");
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (_options.User is { Length: > 0 } user && IsOfFeed(address))
        {
            var credentials = Encoding.UTF8.GetBytes($"{user}:{_options.Password}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        }

        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private bool IsOfFeed(Uri address) =>
        _options.Url is { } feed
        && address.Scheme == feed.Scheme
        && address.Host == feed.Host
        && address.Port == feed.Port;

    /// <summary>Where it sends to: not from an encrypted address to one that is not.</summary>
    private static Uri? NextOf(HttpResponseMessage response, Uri from)
    {
        if (
            (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)
            || response.Headers.Location is not { } to
        )
        {
            return null;
        }

        var next = new Uri(from, to);
        return next.Scheme == Uri.UriSchemeHttps || next.Scheme == from.Scheme
            ? next
            : throw new FeedException("The package feed sends to an address that is not encrypted");
    }

    private static async Task<byte[]> ReadAsync(
        HttpResponseMessage response,
        long maxLength,
        CancellationToken cancellationToken
    )
    {
        using var content = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[81_920];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > maxLength)
            {
                throw new FeedException(
                    "What the package feed sends is larger than {limit} MB",
                    [("limit", $"{maxLength / 1024 / 1024}")]
                );
            }
        }

        return content.ToArray();
    }
}
