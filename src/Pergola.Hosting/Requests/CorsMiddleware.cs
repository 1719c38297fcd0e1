using Microsoft.AspNetCore.Http;
using Pergola.App.Wire;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Requests;

/// <summary>
/// Tells browsers which pages may read answers: with a whitelist only its origins and this server's own, with credentials;
/// without one every page, without credentials.
/// </summary>
internal sealed class CorsMiddleware(RequestDelegate next, HttpOptions options)
{
    private readonly HashSet<string> _trusted = options
        .OriginWhitelist.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(o => o.TrimEnd('/'))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            return next(http);
        }

        var isTrusted = IsTrusted(origin, http.Request);
        if (isTrusted || _trusted.Count == 0)
        {
            var headers = http.Response.Headers;
            headers.AccessControlAllowOrigin = origin;
            headers.Vary = "Origin";
            headers.AccessControlExposeHeaders = "content-disposition,x-new-token";
            if (isTrusted)
            {
                headers.AccessControlAllowCredentials = "true";
            }
        }

        return IsPreflight(http.Request) ? AnswerPreflight(http) : next(http);
    }

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method");

    private static Task AnswerPreflight(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (headers.ContainsKey("Access-Control-Allow-Origin"))
        {
            headers.AccessControlAllowMethods = "GET,HEAD,PUT,POST,DELETE,PATCH";
            headers.AccessControlAllowHeaders = http.Request.Headers.AccessControlRequestHeaders;
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private bool IsTrusted(string origin, HttpRequest request) =>
        _trusted.Contains(origin.TrimEnd('/'))
        || _trusted.Contains("*")
        || origin.Equals(ClientScheme.OriginOf(request), StringComparison.OrdinalIgnoreCase);
}
