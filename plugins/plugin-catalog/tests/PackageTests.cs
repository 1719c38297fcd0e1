using System.Text.Json;
using Pergola.PluginTests.Apps;
using Pergola.PluginTests.Packages;

namespace Pergola.Plugins.PluginCatalog.Tests;

public sealed class PackageTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [OnEveryDatabase]
    public async Task A_package_is_added_switched_on_updated_and_removed(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var pm = await PluginClient.SignInAsync(app);
        var first = PackageMaker.Make("Acme.Greeting", "1.0.0", PackageMaker.Saying("greeting", "hello"));
        Assert.Equal((200, ""), await pm.UploadAsync("add", first));
        Assert.Equal((200, ""), await pm.UploadAsync("add", first));
        Assert.Equal(("1.0.0", false, "package"), await pm.StateAsync("greeting"));
        Assert.Equal((404, null), await pm.SayAsync("greeting"));

        Assert.Equal((200, ""), await pm.SwitchAsync("enable", "greeting"));
        Assert.Equal((200, "hello"), await pm.SayAsync("greeting"));
        Assert.Equal(("1.0.0", true, "package"), await pm.StateAsync("greeting"));

        var second = PackageMaker.Make("Acme.Greeting", "1.1.0", PackageMaker.Saying("greeting", "good day"));
        Assert.Equal(
            (400, "Failed to add plugin: There is a plugin greeting 1.0.0 already; update it instead"),
            await pm.UploadAsync("add", second)
        );
        Assert.Equal((200, ""), await pm.UploadAsync("update", second));
        Assert.Equal((200, "good day"), await pm.SayAsync("greeting"));
        Assert.Equal(("1.1.0", true, "package"), await pm.StateAsync("greeting"));

        Assert.Equal((200, ""), await pm.SwitchAsync("disable", "greeting"));
        Assert.Equal((404, null), await pm.SayAsync("greeting"));
        Assert.Equal((200, ""), await pm.SwitchAsync("remove", "greeting"));
        Assert.Null(await pm.StateAsync("greeting"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_package_is_there_again_after_the_next_start(Backend backend)
    {
        var storage = Directory.CreateTempSubdirectory("pergola-test-");
        try
        {
            await using var database = await TestDatabase.CreateAsync(backend, Cancelled);
            var package = PackageMaker.Make("Acme.Greeting", "1.0.0", PackageMaker.Saying("greeting", "hello"));
            (string, string)[] variables = [("STORAGE_PATH", storage.FullName)];
            await using (var app = await AppUnderTest.StartAsync(database, variables))
            {
                var pm = await PluginClient.SignInAsync(app);
                Assert.Equal((200, ""), await pm.UploadAsync("add", package));
                Assert.Equal((200, ""), await pm.SwitchAsync("enable", "greeting"));
            }

            await using (var app = await AppUnderTest.StartAsync(database, variables))
            {
                var pm = await PluginClient.SignInAsync(app);
                Assert.Equal((200, "hello"), await pm.SayAsync("greeting"));
            }

            // Whatever happened to the file, the app starts, and says what is wrong with the plugin.
            var path = Assert.Single(storage.GetFiles("plugins/*.nupkg")).FullName;
            await File.WriteAllBytesAsync(
                path,
                PackageMaker.Make("Acme.Greeting", "1.0.0", PackageMaker.Saying("greeting", "changed")),
                Cancelled
            );
            await using (var app = await AppUnderTest.StartAsync(database, variables))
            {
                var pm = await PluginClient.SignInAsync(app);
                Assert.Equal((404, null), await pm.SayAsync("greeting"));
                Assert.Equal(
                    "The package Acme.Greeting 1.0.0 is not the one that was installed: its hash is another",
                    await pm.ErrorAsync("greeting")
                );
            }

            File.Delete(path);
            await using (var app = await AppUnderTest.StartAsync(database, variables))
            {
                var pm = await PluginClient.SignInAsync(app);
                if (backend == Backend.Sqlite)
                {
                    Assert.Contains("acme.greeting.1.0.0.nupkg is missing", await pm.ErrorAsync("greeting"));
                }
                else
                {
                    // A database that nodes share has it too.
                    Assert.Equal((200, "hello"), await pm.SayAsync("greeting"));
                }
            }
        }
        finally
        {
            storage.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_plugin_of_a_feed_with_a_password_brings_what_it_needs()
    {
        await using var feed = await FeedServer.StartAsync(Cancelled);
        var words = PackageMaker.Compile(
            "Acme.Words",
            "namespace Acme; public static class Words { public static string Hello() => \"words\"; }"
        );
        feed.Offer(
            "Acme.Words",
            "2.0.1",
            PackageMaker.Zip([PackageMaker.Nuspec("Acme.Words", "2.0.1"), ("lib/netstandard2.0/Acme.Words.dll", words)])
        );
        feed.Offer(
            "Acme.Words",
            "9.0.0",
            PackageMaker.Zip([PackageMaker.Nuspec("Acme.Words", "9.0.0"), ("lib/net48/Acme.Words.dll", words)])
        );
        var source = PackageMaker.Saying("greeting", "\" + Acme.Words.Hello() + \"");
        foreach (var version in new[] { "1.0.0", "1.1.0", "2.0.0-beta" })
        {
            feed.Offer(
                "Acme.Greeting",
                version,
                PackageMaker.Zip([
                    PackageMaker.Nuspec(
                        "Acme.Greeting",
                        version,
                        """<dependencies><group targetFramework="net10.0"><dependency id="Acme.Words" version="2.0.0" /><dependency id="Pergola.App" version="0.1.0" /></group></dependencies>"""
                    ),
                    ("lib/net10.0/Acme.Greeting.dll", PackageMaker.Compile("Acme.Greeting", source, words)),
                ])
            );
        }

        await using var app = await AppUnderTest.StartAsync(
            Backend.Sqlite,
            ("NOCOBASE_PKG_URL", feed.Url),
            ("NOCOBASE_PKG_USERNAME", FeedServer.User),
            ("NOCOBASE_PKG_PASSWORD", FeedServer.Password)
        );
        var pm = await PluginClient.SignInAsync(app);
        Assert.Equal(0, feed.Refused);
        var found = await pm.GetAsync("pm:feed?keyword=greet");
        Assert.Equal("acme.greeting", found.GetProperty("packages")[0].GetProperty("packageName").GetString());
        Assert.Equal(
            ["2.0.0-beta", "1.1.0", "1.0.0"],
            (await pm.GetAsync("pm:npmVersionList?filterByTk=Acme.Greeting"))
                .EnumerateArray()
                .Select(v => v.GetString())
        );

        Assert.Equal((200, ""), await pm.SendAsync("add", new { packageName = "Acme.Greeting", version = "1.0.0" }));
        Assert.Equal((200, ""), await pm.SwitchAsync("enable", "greeting"));
        Assert.Equal((200, "words"), await pm.SayAsync("greeting"));
        Assert.Equal((200, ""), await pm.SendAsync("update", new { packageName = "Acme.Greeting" }));
        Assert.Equal(("1.1.0", true, "package"), await pm.StateAsync("greeting"));
        Assert.Equal((200, "words"), await pm.SayAsync("greeting"));
        Assert.Equal(0, feed.Refused);
    }

    [Fact]
    public async Task A_feed_that_refuses_or_is_not_there_is_said_without_its_password()
    {
        await using var feed = await FeedServer.StartAsync(Cancelled);
        await using var refused = await AppUnderTest.StartAsync(
            Backend.Sqlite,
            ("NOCOBASE_PKG_URL", feed.Url),
            ("NOCOBASE_PKG_USERNAME", FeedServer.User),
            ("NOCOBASE_PKG_PASSWORD", "another-secret")
        );
        var pm = await PluginClient.SignInAsync(refused);
        Assert.Equal(
            (400, "Failed to add plugin: The package feed refuses user or password"),
            await pm.SendAsync("add", new { packageName = "Acme.Greeting" })
        );

        await using var none = await AppUnderTest.StartAsync(Backend.Sqlite);
        pm = await PluginClient.SignInAsync(none);
        Assert.Equal(
            (400, "There is no package feed: NOCOBASE_PKG_URL is not set"),
            await pm.SendAsync("add", new { packageName = "Acme.Greeting" })
        );
        Assert.Equal(
            (400, "\"registry\" cannot be chosen: packages come from the feed in NOCOBASE_PKG_URL, or are uploaded"),
            await pm.SendAsync("add", new { packageName = "Acme.Greeting", registry = "http://127.0.0.1/" })
        );
    }

    [Fact]
    public async Task None_is_added_where_the_operator_does_not_want_it()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite, ("DISABLE_PM_ADD", "true"));
        var pm = await PluginClient.SignInAsync(app);
        var refusal = (403, "The current environment does not allow adding plugins online");
        Assert.Equal(refusal, await pm.SendAsync("add", new { packageName = "Acme.Greeting" }));
        Assert.Equal(refusal, await pm.UploadAsync("update", [1, 2, 3]));
    }

    [Fact]
    public async Task The_web_part_of_a_plugin_is_served_while_it_is_on()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var pm = await PluginClient.SignInAsync(app);
        var package = PackageMaker.Make(
            "Acme.Greeting",
            "1.0.0",
            PackageMaker.Saying("greeting", "hello"),
            further: [("web/index.js", "export default {}"u8.ToArray()), ("web/page.html", "<script>"u8.ToArray())]
        );
        Assert.Equal((200, ""), await pm.UploadAsync("add", package));
        Assert.Null(await pm.ModuleAsync("greeting"));
        Assert.Equal((200, ""), await pm.SwitchAsync("enable", "greeting"));
        var module = await pm.ModuleAsync("greeting");
        Assert.StartsWith("/static/plugins/Acme.Greeting/index.js?hash=", module);
        using var client = new HttpClient { BaseAddress = new Uri(app.Client.BaseAddress!, "/") };
        using var response = await client.GetAsync(new Uri(module!, UriKind.Relative), Cancelled);
        Assert.Equal("export default {}", await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        foreach (var path in new[] { "page.html", "../Acme.Greeting.dll", "server/index.js", "%2e%2e/x.js" })
        {
            using var missing = await client.GetAsync(
                new Uri($"/static/plugins/Acme.Greeting/{path}", UriKind.Relative),
                Cancelled
            );
            Assert.Equal(404, (int)missing.StatusCode);
        }

        Assert.Equal((200, ""), await pm.SwitchAsync("disable", "greeting"));
        using var gone = await client.GetAsync(new Uri(module!, UriKind.Relative), Cancelled);
        Assert.Equal(404, (int)gone.StatusCode);
    }
}
