using System.Net.Http.Headers;
using System.Text.Json;
using Pergola.Testing;
using Pergola.Testing.Servers;

namespace Pergola.PluginTests.Writing;

/// <summary>Plugins as somebody outside this repository writes them: from the template, by the guide, and the example.</summary>
public sealed class WrittenPluginTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("pergola-writing-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task The_guide_leads_from_the_template_to_a_plugin_that_runs()
    {
        var page = new PageCommands("docs/guides/write-a-plugin.md", _home);
        await using (var server = await ServerProcess.StartOnSqliteAsync(cancellationToken: Cancelled))
        {
            var output = await page.RunAsync(".", server.BaseAddress, Cancelled);
            Assert.Contains(page.Promised, output, StringComparison.Ordinal);
            Assert.Contains("Your package was pushed.", output, StringComparison.Ordinal);
            using var root = await ApiClient.SignInAsync(server.BaseAddress, Cancelled);
            var refused = await root.PostAsync("visits:create", new { title = " " }, Cancelled);
            Assert.Equal((400, "An entry needs a title"), (refused.Status, refused.Messages));
            Assert.Contains("defineWebPlugin", await ModuleAsync(root, server, "visits"), StringComparison.Ordinal);
        }

        // While it is being written, it is loaded from where its build goes.
        var settings = new Dictionary<string, string> { ["PLUGIN_DEVELOPMENT"] = page.Setting("PLUGIN_DEVELOPMENT") };
        await using var development = await ServerProcess.StartOnSqliteAsync(settings, Cancelled);
        using var developer = await ApiClient.SignInAsync(development.BaseAddress, Cancelled);
        Assert.Equal(0, (await developer.GetAsync("visits:countOpen", Cancelled)).Data.GetInt32());
    }

    [Fact]
    public async Task The_example_is_built_as_it_says_and_runs()
    {
        await using var server = await ServerProcess.StartOnSqliteAsync(cancellationToken: Cancelled);
        var page = new PageCommands("examples/visitors/README.md", _home);
        await page.RunAsync("examples/visitors", server.BaseAddress, Cancelled);
        using var root = await ApiClient.SignInAsync(server.BaseAddress, Cancelled);
        var package = RepositoryRoot.Combine("examples/visitors/artifacts/package/release/Acme.Visitors.1.1.0.nupkg");
        await AddAsync(root, await File.ReadAllBytesAsync(package, Cancelled), "visitors");

        var made = await root.PostAsync(
            "visitors:create",
            new
            {
                name = "Anna",
                company = "=1+1",
                hostId = 1,
            },
            Cancelled
        );
        var badge = made.Data.GetProperty("badge").GetString()!;
        Assert.Matches("^[A-Z0-9]{3}-[A-Z0-9]{3}$", badge);
        Assert.Equal(1, (await root.GetAsync("visitors:countPresent", Cancelled)).Data.GetInt32());
        Assert.Contains(
            badge,
            (await root.GetAsync("visitors:sheet", Cancelled)).Data.GetString()!,
            StringComparison.Ordinal
        );
        Assert.Equal("Anna", (await root.PostAsync("visitors:signOut", new { badge }, Cancelled)).Data.GetString());
        Assert.Equal(0, (await root.GetAsync("visitors:countPresent", Cancelled)).Data.GetInt32());
        var again = new ApiRequest("POST", "visitors:signOut")
        {
            Body = JsonSerializer.Serialize(new { badge }),
            Headers = new Dictionary<string, string> { ["X-Locale"] = "sv-SE" },
        };
        var refused = await root.SendAsync(again, Cancelled);
        Assert.Equal((404, $"Ingen i huset har besöksbrickan {badge}"), (refused.Status, refused.Messages));
        Assert.Contains("visitors:signOut", await ModuleAsync(root, server, "visitors"), StringComparison.Ordinal);
    }

    private static async Task AddAsync(ApiClient root, byte[] package, string name)
    {
        var add = new ApiRequest("POST", "pm:add?awaitResponse=true") { Content = () => Form(package) };
        var added = await root.SendAsync(add, Cancelled);
        Assert.True(added.Status == 200, added.ToString());
        var enable = new ApiRequest("POST", $"pm:enable?awaitResponse=true&filterByTk={name}");
        var enabled = await root.SendAsync(enable, Cancelled);
        Assert.True(enabled.Status == 200, enabled.ToString());
    }

    private static MultipartFormDataContent Form(byte[] package)
    {
        var file = new ByteArrayContent(package);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { file, "file", "plugin.nupkg" } };
    }

    /// <summary>The module of its web part, as browsers load it.</summary>
    private static async Task<string> ModuleAsync(ApiClient root, ServerProcess server, string name)
    {
        var enabled = await root.GetAsync("pm:listEnabledV2", Cancelled);
        var module = enabled
            .Data.EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == name)
            .GetProperty("module")
            .GetString()!;
        using var browser = new HttpClient();
        return await browser.GetStringAsync(new Uri(server.BaseAddress, module), Cancelled);
    }
}
