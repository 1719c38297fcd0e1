using System.Text.Json;

namespace Pergola.Plugins.ThemeEditor.Tests;

public sealed class ThemeTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task One_theme_is_the_default_and_stays(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        Assert.Equal(["default", "dark", "compact*", "compact_dark"], await ListAsync(app));
        var id = await CreateAsync(app, root, new { name = "Sea", token = new { colorPrimary = "#123456" } });
        Assert.Equal(200, await PostAsync(app, root, $"themeConfig:update?filterByTk={id}", new { @default = true }));
        var list = await ListAsync(app);
        Assert.DoesNotContain("compact*", list);
        Assert.EndsWith("*", list[^1], StringComparison.Ordinal);
        Assert.Equal(400, await PostAsync(app, root, $"themeConfig:update?filterByTk={id}", new { @default = false }));
        Assert.Equal(400, await PostAsync(app, root, $"themeConfig:destroy?filterByTk={id}"));
        Assert.Equal(200, await PostAsync(app, root, "themeConfig:update?filterByTk=1", new { @default = true }));
        Assert.Equal(200, await PostAsync(app, root, $"themeConfig:destroy?filterByTk={id}"));
        Assert.Equal(["default*", "dark", "compact", "compact_dark"], await ListAsync(app));
    }

    [Fact]
    public async Task Built_in_themes_stay_as_they_are()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var root = await app.SignInAsync();
        Assert.Equal(400, await PostAsync(app, root, "themeConfig:destroy?filterByTk=2"));
        Assert.Equal(
            400,
            await PostAsync(app, root, "themeConfig:update?filterByTk=2", new { config = new { name = "Mine" } })
        );
        Assert.Equal(
            200,
            await PostAsync(
                app,
                root,
                "themeConfig:update?filterByTk=2",
                new
                {
                    optional = false,
                    isBuiltIn = false,
                    uid = "x",
                }
            )
        );
        Assert.Contains("dark", await ListAsync(app));
        Assert.Equal(400, await PostAsync(app, root, "themeConfig:destroy?filterByTk=2"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":"A","algorithm":"evilAlgorithm"}""")]
    [InlineData("""{"name":"A","algorithm":[1]}""")]
    [InlineData("""{"name":"A","token":[]}""")]
    [InlineData("""{"name":"A","token":{"colorPrimary":"red;} body{display:none"}}""")]
    [InlineData("""{"name":"A","token":{"colorPrimary":"</style><script>alert(1)</script>"}}""")]
    [InlineData("""{"name":"A","token":{"colorBgBase":"url(https://elsewhere)"}}""")]
    [InlineData("""{"name":"A","token":{"a b":1}}""")]
    [InlineData("""{"name":"A","token":{"a":["x"]}}""")]
    [InlineData("""{"name":"A","components":{"Button":{"a":{"b":{"c":1}}}}}""")]
    public async Task What_is_no_theme_is_refused(string config)
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var root = await app.SignInAsync();
        var body = JsonElement.Parse($$"""{"config":{{config}}}""");
        Assert.Equal(400, await PostAsync(app, root, "themeConfig:create", body));
        Assert.Equal(4, (await ListAsync(app)).Count);
    }

    [Fact]
    public async Task Everybody_sees_themes_and_only_those_who_may_change_them()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var root = await app.SignInAsync();
        Assert.Equal(4, (await ListAsync(app)).Count);
        var member = await HireAsync(app, root);
        object theme = new { config = new { name = "Mine" } };
        Assert.Equal(403, await PostAsync(app, member, "themeConfig:create", theme));
        Assert.Equal(403, await PostAsync(app, member, "themeConfig:update?filterByTk=1", new { @default = true }));
        Assert.Equal(403, await PostAsync(app, member, "themeConfig:destroy?filterByTk=1"));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task People_choose_among_the_optional_ones_and_keep_their_other_settings(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        var member = await HireAsync(app, root);
        Assert.Equal(401, (await app.SendAsync("POST", "users:updateTheme", new { themeId = 2 })).Status);
        Assert.Equal(200, await PostAsync(app, member, "users:updateTheme", new { themeId = 2 }));
        Assert.Equal("2", await ChosenAsync(app, member));
        await PostAsync(app, root, "themeConfig:update?filterByTk=4", new { optional = false });
        foreach (
            var body in new object[]
            {
                new { themeId = 4 },
                new { themeId = 99 },
                new { themeId = "x" },
                new { themeId = 1.5 },
                new { },
            }
        )
        {
            Assert.Equal(400, await PostAsync(app, member, "users:updateTheme", body));
        }

        Assert.Equal("2", await ChosenAsync(app, member));
        Assert.Equal(200, await PostAsync(app, member, "users:updateTheme", new { themeId = (int?)null }));
        Assert.Equal("", await ChosenAsync(app, member));
    }

    private static async Task<string> ChosenAsync(AppUnderTest app, (string, string) who) =>
        (await app.SendAsync("GET", "auth:check", null, who))
            .Body.GetProperty("data")
            .GetProperty("systemSettings")
            .GetProperty("themeId")
            .ToString();

    private static async Task<(string, string)> HireAsync(AppUnderTest app, (string, string) root)
    {
        var user = new
        {
            username = "member",
            password = "member-pw",
            roles = new[] { "member" },
        };
        await PostAsync(app, root, "users:create", user);
        return await app.SignInAsync("member", "member-pw");
    }

    private static async Task<int> PostAsync(
        AppUnderTest app,
        (string, string) who,
        string path,
        object? body = null
    ) => (await app.SendAsync("POST", path, body, who)).Status;

    private static async Task<string> CreateAsync(AppUnderTest app, (string, string) root, object config)
    {
        var (status, answer) = await app.SendAsync("POST", "themeConfig:create", new { config, optional = true }, root);
        Assert.True(status == 200, answer.ToString());
        return answer.GetProperty("data").GetProperty("id").ToString();
    }

    /// <summary>Uids in order, the default with a star.</summary>
    private static async Task<IReadOnlyList<string>> ListAsync(AppUnderTest app)
    {
        var (status, answer) = await app.SendAsync("GET", "themeConfig:list?sort=id");
        Assert.Equal(200, status);
        return
        [
            .. answer
                .GetProperty("data")
                .EnumerateArray()
                .Select(t => t.GetProperty("uid").GetString() + (t.GetProperty("default").GetBoolean() ? "*" : "")),
        ];
    }
}
