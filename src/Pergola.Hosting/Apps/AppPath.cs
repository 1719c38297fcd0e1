using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Pergola.Hosting.Apps;

/// <summary>The path of a request as it was sent, and which app it is for.</summary>
internal static class AppPath
{
    public const string Main = "main";
    private const string ByPath = "__app/";
    private const string Parameter = "__appName";

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
    /// App name and the rest of a path below the API base: <c>__app/&lt;name&gt;/…</c>, else the one named beside the path.
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

        return (Named(http), path);
    }

    /// <summary>The app of the parameter <c>__appName</c>, else of the header <c>X-App</c>, else the main one.</summary>
    public static string Named(HttpContext http)
    {
        // Most requests do not have it, and need no second look at their query string.
        if (
            (http.Request.QueryString.Value?.Contains(Parameter, StringComparison.Ordinal) ?? false)
            && http.Request.Query[Parameter].ToString() is { Length: > 0 } asked
        )
        {
            return asked;
        }

        return http.Request.Headers["X-App"].ToString() is { Length: > 0 } named ? named : Main;
    }
}
