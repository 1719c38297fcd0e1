using System.Net;
using System.Security.Cryptography;
using System.Text;
using Pergola.Hosting.Configuration;
using Pergola.Server.Commands;

namespace Pergola.Server.WebClient;

/// <summary>The page that starts the client: told where it is, and given a nonce of its own for every answer.</summary>
internal sealed class ClientPage(string template, HttpOptions options)
{
    private const string NonceMark = "{nonce}";

    private readonly string _page = template
        .Replace("<base href=\"/\"", $"<base href=\"{WebUtility.HtmlEncode(options.Root)}\"", StringComparison.Ordinal)
        .Replace(
            "name=\"pergola-api\" content=\"/api/\"",
            $"name=\"pergola-api\" content=\"{WebUtility.HtmlEncode(options.ApiRoot)}\"",
            StringComparison.Ordinal
        )
        .Replace(
            "name=\"pergola-version\" content=\"\"",
            $"name=\"pergola-version\" content=\"{WebUtility.HtmlEncode(ProductVersion.Text)}\"",
            StringComparison.Ordinal
        );

    public async Task WriteAsync(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        var bytes = Encoding.UTF8.GetBytes(_page.Replace(NonceMark, nonce, StringComparison.Ordinal));
        var headers = http.Response.Headers;

        // The components make style sheets as they are needed, and modules of plugins find what they share with the client by
        // an import map, which can only stand in the page: the nonce is theirs. Every script comes from a file.
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; "
            + "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; "
            + "frame-ancestors 'self'";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
        }
    }
}
