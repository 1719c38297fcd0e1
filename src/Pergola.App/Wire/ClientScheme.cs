using Microsoft.AspNetCore.Http;

namespace Pergola.App.Wire;

/// <summary>
/// How the browser speaks to this server: as a proxy in front of it says, else as it arrives. Whoever lies about it changes
/// only the answer to themselves.
/// </summary>
public static class ClientScheme
{
    private const string Https = "https";

    public static bool IsHttps(HttpRequest request)
    {
        var forwarded = request.Headers["X-Forwarded-Proto"].ToString().Split(',')[0].Trim();
        return request.IsHttps || forwarded.Equals(Https, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What a page of this server has as its origin.</summary>
    public static string OriginOf(HttpRequest request) => $"{(IsHttps(request) ? Https : "http")}://{request.Host}";
}
