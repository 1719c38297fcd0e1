using System.Net;
using System.Reflection;
using System.Text;
using Pergola.App.Wire;
using Pergola.Hosting.Configuration;
using Pergola.Server.Commands;

namespace Pergola.Server.StartPage;

/// <summary>The end of the way: a page at the root that says what this is, and nothing anywhere else.</summary>
internal sealed class StartPageMiddleware
{
    private readonly string _root;
    private readonly byte[] _page;

    public StartPageMiddleware(RequestDelegate next, HttpOptions options)
    {
        // The last of the chain; what comes after it would only say 404 without words.
        _ = next;
        _root = options.Root;
        _page = Encoding.UTF8.GetBytes(
            Template()
                .Replace("{version}", WebUtility.HtmlEncode(ProductVersion.Text), StringComparison.Ordinal)
                .Replace("{api}", WebUtility.HtmlEncode(options.ApiRoot), StringComparison.Ordinal)
        );
    }

    public async Task InvokeAsync(HttpContext http)
    {
        if (
            http.Request.Path.Value != _root
            || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        )
        {
            await ErrorWriter.WriteNotFoundAsync(http, http.RequestAborted);
            return;
        }

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = _page.Length;
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await http.Response.BodyWriter.WriteAsync(_page, http.RequestAborted);
        }
    }

    private static string Template()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("start.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
