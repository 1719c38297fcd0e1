using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Pergola.Hosting.Configuration;
using Pergola.Hosting.Generations;

namespace Pergola.Hosting.PluginFiles;

/// <summary>
/// Serves the web parts of plugins that came in packages: <c>/static/plugins/&lt;package&gt;/&lt;file&gt;</c>, public as the
/// web client is.
/// </summary>
internal sealed class PluginFilesMiddleware(RequestDelegate next, HttpOptions options, GenerationSwitch generations)
{
    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly string _root = options.PluginFilesRoot;

    public async Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? string.Empty;
        if (
            !path.StartsWith(_root, StringComparison.Ordinal)
            || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        )
        {
            await next(http);
            return;
        }

        if (Find(path[_root.Length..]) is not { } content)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await WriteAsync(http, path, content);
    }

    private byte[]? Find(string name)
    {
        // The name of a package may begin with a scope, which has a slash of its own.
        var slash = name.IndexOf('/', name.StartsWith('@') ? Math.Max(name.IndexOf('/'), 0) + 1 : 0);
        if (slash <= 0 || !ContentTypes.ContainsKey(Path.GetExtension(name)) || !generations.TryLease(out var lease))
        {
            return null;
        }

        using (lease)
        {
            return lease.Generation.Plugins.FindWebFile(name[..slash], name[(slash + 1)..]);
        }
    }

    private static async Task WriteAsync(HttpContext http, string path, byte[] content)
    {
        var response = http.Response;
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = http.Request.Query.ContainsKey("hash")
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        if (http.Request.Headers[HeaderNames.IfNoneMatch] == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentTypes[Path.GetExtension(path)];
        response.ContentLength = content.Length;
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await response.BodyWriter.WriteAsync(content, http.RequestAborted);
        }
    }
}
