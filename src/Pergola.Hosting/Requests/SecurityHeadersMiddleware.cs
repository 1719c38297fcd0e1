using Microsoft.AspNetCore.Http;
using Pergola.App.Wire;

namespace Pergola.Hosting.Requests;

/// <summary>
/// What browsers are told with every answer, for the case that somebody opens it as a page: it loads nothing, runs nothing,
/// is in no frame, stays in no cache and is what it says it is. A page of the server's own replaces what it needs otherwise.
/// </summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "no-referrer";
        if (ClientScheme.IsHttps(http.Request))
        {
            // Browsers take these two over an encrypted connection only, and complain about the second without one.
            headers.StrictTransportSecurity = "max-age=31536000";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
        }

        return next(http);
    }
}
