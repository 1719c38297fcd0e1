using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pergola.PluginTests.Packages;

/// <summary>A NuGet feed that wants a user and a password.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    public const string User = "reader";
    public const string Password = "feed-secret-77";
    private readonly WebApplication _app;
    private readonly Dictionary<(string Id, string Version), byte[]> _packages = [];

    private FeedServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/v3/index.json";

    /// <summary>Requests that came without the right password.</summary>
    public int Refused { get; private set; }

    public static async Task<FeedServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var feed = new FeedServer(app);
        app.Run(feed.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return feed;
    }

    public void Offer(string id, string version, byte[] package) =>
        _packages[(id.ToLowerInvariant(), version)] = package;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        if (http.Request.Headers.Authorization != expected)
        {
            Refused++;
            http.Response.StatusCode = 401;
            return;
        }

        var root = $"{http.Request.Scheme}://{http.Request.Host}";
        switch (http.Request.Path.Value!.Trim('/').Split('/'))
        {
            case ["v3", "index.json"]:
                await http.Response.WriteAsJsonAsync(
                    new
                    {
                        version = "3.0.0",
                        resources = new[]
                        {
                            new Dictionary<string, string>
                            {
                                ["@id"] = $"{root}/files/",
                                ["@type"] = "PackageBaseAddress/3.0.0",
                            },
                            new Dictionary<string, string>
                            {
                                ["@id"] = $"{root}/search",
                                ["@type"] = "SearchQueryService/3.5.0",
                            },
                        },
                    },
                    http.RequestAborted
                );
                break;
            case ["search"]:
                var words = http.Request.Query["q"].ToString();
                var found = _packages.Keys.GroupBy(p => p.Id).Where(p => p.Key.Contains(words)).ToList();
                await http.Response.WriteAsJsonAsync(
                    new
                    {
                        data = found.Select(p => new
                        {
                            id = p.Key,
                            version = p.Last().Version,
                            authors = new[] { "Somebody" },
                        }),
                    },
                    http.RequestAborted
                );
                break;
            case ["files", var id, "index.json"] when _packages.Keys.Any(p => p.Id == id):
                await http.Response.WriteAsJsonAsync(
                    new { versions = _packages.Keys.Where(p => p.Id == id).Select(p => p.Version) },
                    http.RequestAborted
                );
                break;
            case ["files", var id, var version, _] when _packages.TryGetValue((id, version), out var package):
                await http.Response.Body.WriteAsync(package, http.RequestAborted);
                break;
            default:
                http.Response.StatusCode = 404;
                break;
        }
    }
}
