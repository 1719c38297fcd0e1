using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Pergola.Hosting.Apps;

/// <summary>The path of a request as it was sent, and which app it is for.</summary>
internal static class AppPath
{
    public const string Main = "main";
    private const string ByPath = "__app/";
    private const string InQuery = "__appName";

    /// <summary>Path with its percent-encoding; the decoded one has lost the difference between <c>/</c> and <c>%2F</c>.</summary>
    public static string Raw(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (target is not ['/', ..])
        {
            return http.Request.PathBase.Add(http.Request.Path).ToUriComponent();
        }

        var query = target.IndexOf('?');
        return query < 0 ? target : target[..query];
    }

    /// <summary>
    /// App name and the rest of a path below the API base: <c>__app/&lt;name&gt;/…</c>, else <c>?__appName=</c>, else the
    /// header <c>X-App</c>, else the main app.
    /// </summary>
    public static (string App, string Path) Split(HttpContext http, string path)
    {
        if (path.StartsWith(ByPath, StringComparison.Ordinal))
        {
            var rest = path[ByPath.Length..];
            var slash = rest.IndexOf('/');
            return slash < 0
                ? (Uri.UnescapeDataString(rest), "")
                : (Uri.UnescapeDataString(rest[..slash]), rest[(slash + 1)..]);
        }

        var inQuery = NamesApp(http.Request) ? http.Request.Query[InQuery].ToString() : string.Empty;
        var named = inQuery.Length > 0 ? inQuery : http.Request.Headers["X-App"].ToString();
        return (named.Length > 0 ? named : Main, path);
    }

    /// <summary>Most requests do not, and need no second look at their query string.</summary>
    private static bool NamesApp(HttpRequest request) =>
        request.QueryString.Value?.Contains(InQuery, StringComparison.Ordinal) ?? false;
}
