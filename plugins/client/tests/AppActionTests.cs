using System.Net;
using System.Text.Json;

namespace Pergola.Plugins.Client.Tests;

public sealed class AppActionTests(SharedApps apps)
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Everybody_hears_which_app_this_is(Backend backend)
    {
        var app = await apps.GetAsync(backend);
        var (status, answer) = await app.SendAsync("GET", "app:getInfo");
        Assert.Equal(200, status);
        var info = answer.GetProperty("data");
        Assert.Equal(
            backend == Backend.Sqlite ? "sqlite" : "postgres",
            info.GetProperty("database").GetProperty("dialect").GetString()
        );
        Assert.Equal("main default", $"{info.GetProperty("name").GetString()} {info.GetProperty("theme").GetString()}");
        Assert.Matches(@"^\d+\.\d+\.\d+", info.GetProperty("version").GetString());
    }

    [Fact]
    public async Task Texts_come_by_plugin_and_by_package_and_only_those_asked_for()
    {
        var app = await apps.GetAsync(Backend.Sqlite);
        var all = await LanguageAsync(app, "");
        Assert.Equal("en-US", all.GetProperty("lang").GetString());
        var resources = all.GetProperty("resources");
        Assert.True(
            JsonElement.DeepEquals(resources.GetProperty("users"), resources.GetProperty("@nocobase/plugin-users"))
        );
        Assert.True(resources.GetProperty("platform").EnumerateObject().Any());
        var some = (await LanguageAsync(app, "?ns=users,nothing,users")).GetProperty("resources");
        Assert.Equal(["users", "nothing"], some.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Delete users", some.GetProperty("users").GetProperty("Delete users").GetString());
        Assert.Empty(some.GetProperty("nothing").EnumerateObject());
    }

    [Fact]
    public async Task The_language_is_one_that_is_enabled()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        Assert.Equal("en-US", await ChosenAsync(app, "?locale=sv-SE"));
        Assert.Equal("en-US", await ChosenAsync(app, "?locale=..%2Fetc"));
        var root = await app.SignInAsync();
        await app.SendAsync("POST", "systemSettings:put", new { enabledLanguages = new[] { "zh-CN", "sv-SE" } }, root);
        Assert.Equal("zh-CN", await ChosenAsync(app, ""));
        Assert.Equal("sv-SE", await ChosenAsync(app, "?locale=sv-SE"));
        Assert.Equal("sv-SE", await ChosenAsync(app, "", ("X-Locale", "sv-SE")));
        Assert.Equal("zh-CN", await ChosenAsync(app, "?locale=en-US"));
        var swedish = await LanguageAsync(app, "?locale=sv-SE&ns=users");
        Assert.Equal("sv", swedish.GetProperty("antd").GetProperty("locale").GetString());
        Assert.Equal(
            "Ta bort användare",
            swedish.GetProperty("resources").GetProperty("users").GetProperty("Delete users").GetString()
        );
    }

    [Fact]
    public async Task Texts_that_a_client_has_are_not_sent_again()
    {
        var app = await apps.GetAsync(Backend.Sqlite);
        using var first = await app.Client.GetAsync(
            new Uri(app.Client.BaseAddress + "app:getLang?ns=users"),
            TestContext.Current.CancellationToken
        );
        using var again = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(app.Client.BaseAddress + "app:getLang?ns=users")
        );
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await app.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(0, second.Content.Headers.ContentLength ?? 0);
    }

    [Fact]
    public async Task Too_many_namespaces_are_refused()
    {
        var app = await apps.GetAsync(Backend.Sqlite);
        var names = string.Join(',', Enumerable.Range(0, 300).Select(i => $"n{i}"));
        Assert.Equal(400, (await app.SendAsync("GET", "app:getLang?ns=" + names)).Status);
        Assert.Equal(400, (await app.SendAsync("GET", "app:getLang?ns=" + new string('x', 20_000))).Status);
    }

    [Fact]
    public async Task Portals_take_signing_in_and_emptying_the_cache_takes_the_snippet()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var root = await app.SignInAsync();
        Assert.Equal(401, (await app.SendAsync("GET", "app:getPortals")).Status);
        var (_, portals) = await app.SendAsync("GET", "app:getPortals", null, root);
        Assert.Equal(2, portals.GetProperty("data").GetProperty("portals").GetArrayLength());
        await app.SendAsync(
            "POST",
            "users:create",
            new
            {
                username = "member",
                password = "member-pw",
                roles = new[] { "member" },
            },
            root
        );
        var member = await app.SignInAsync("member", "member-pw");
        Assert.Equal(200, (await app.SendAsync("GET", "app:getPortals", null, member)).Status);
        Assert.Equal(403, (await app.SendAsync("POST", "app:clearCache", null, member)).Status);
        Assert.Equal(200, (await app.SendAsync("POST", "app:clearCache", null, root)).Status);
        Assert.Equal(
            "False",
            (await app.SendAsync("GET", "license:is-exists", null, member)).Body.GetProperty("data").ToString()
        );
        Assert.Equal(401, (await app.SendAsync("GET", "license:license-validate")).Status);
    }

    [Fact]
    public async Task An_app_that_is_named_in_the_address_and_not_there_is_not_found()
    {
        var app = await apps.GetAsync(Backend.Sqlite);
        var (status, answer) = await app.SendAsync("GET", "app:getInfo?__appName=shop");
        Assert.Equal(404, status);
        Assert.Equal("APP_NOT_FOUND", answer.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(200, (await app.SendAsync("GET", "app:getInfo?__appName=main")).Status);
    }

    private static async Task<string?> ChosenAsync(AppUnderTest app, string query, params (string, string)[] headers)
    {
        var (status, answer) = await app.SendAsync("GET", "app:getLang" + query, null, headers);
        Assert.Equal(200, status);
        return answer.GetProperty("data").GetProperty("lang").GetString();
    }

    private static async Task<JsonElement> LanguageAsync(AppUnderTest app, string query)
    {
        var (status, answer) = await app.SendAsync("GET", "app:getLang" + query);
        Assert.Equal(200, status);
        return answer.GetProperty("data");
    }
}
