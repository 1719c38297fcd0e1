using Pergola.Hosting.Configuration;

namespace Pergola.Server.WebClient;

/// <summary>Serves the built web client below the public path; without one, everything goes on to the start page.</summary>
internal sealed class WebClientMiddleware(RequestDelegate next, HttpOptions options, ClientFiles files)
{
    private readonly string _root = options.Root;
    private readonly string _apiRoot = options.ApiRoot;
    private readonly ClientPage? _page = files.PageTemplate is { } template ? new ClientPage(template, options) : null;

    public Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? string.Empty;
        if (_page is null || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            return next(http);
        }

        if (path + "/" == _root)
        {
            http.Response.Redirect(_root);
            return Task.CompletedTask;
        }

        if (!path.StartsWith(_root, StringComparison.Ordinal) || path + "/" == _apiRoot)
        {
            return next(http);
        }

        var name = path[_root.Length..];
        if (files.Find(name) is { } file)
        {
            return WriteAsync(http, file);
        }

        // Any other address may be one of the client's own, when it is a person's browser that asks for a page.
        return name.Length == 0 || AcceptsPage(http.Request) ? _page.WriteAsync(http) : next(http);
    }

    private static bool AcceptsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Task WriteAsync(HttpContext http, ClientFile file)
    {
        var (suffix, encoding) = Encoding(http.Request, file);
        var path = file.Path + suffix;
        var response = http.Response;
        response.ContentType = file.ContentType;
        response.ContentLength = new FileInfo(path).Length;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = file.IsHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        return HttpMethods.IsGet(http.Request.Method)
            ? response.SendFileAsync(path, http.RequestAborted)
            : Task.CompletedTask;
    }

    private static (string Suffix, string? Encoding) Encoding(HttpRequest request, ClientFile file)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        if (file.HasBrotli && Accepts("br"))
        {
            return (".br", "br");
        }

        return file.HasGzip && Accepts("gzip") ? (".gz", "gzip") : (string.Empty, null);

        bool Accepts(string name) =>
            accepted.Any(entry =>
                entry.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && entry.Quality is not 0
            );
    }
}
