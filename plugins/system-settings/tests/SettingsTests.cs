using System.Text.Json;

namespace Pergola.Plugins.SystemSettings.Tests;

public sealed class SettingsTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_new_app_has_a_name_a_language_and_a_logo(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var (status, answer) = await app.SendAsync("GET", "systemSettings:get");
        Assert.Equal(200, status);
        var settings = answer.GetProperty("data");
        Assert.Equal("Pergola", settings.GetProperty("raw_title").GetString());
        var logo = settings.GetProperty("logo");
        Assert.Equal("image/png", logo.GetProperty("mimetype").GetString());
        Assert.Equal(logo.GetProperty("url").GetString() + "?preview=1", logo.GetProperty("preview").GetString());

        var root = await app.SignInAsync();
        foreach (var resource in new[] { "storages", "attachments" })
        {
            foreach (
                var action in new[]
                {
                    "list",
                    "get?filterByTk=1",
                    "create",
                    "update?filterByTk=1",
                    "destroy?filterByTk=1",
                }
            )
            {
                Assert.Equal(404, (await app.SendAsync("POST", $"{resource}:{action}", new { }, root)).Status);
            }
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Settings_are_changed_and_the_logo_can_go(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        var body = new
        {
            raw_title = "Acme",
            enabledLanguages = new[] { "sv-SE", "en-US" },
            logo = (object?)null,
        };
        var (status, answer) = await app.SendAsync("POST", "systemSettings:put", body, root);
        Assert.True(status == 200, answer.ToString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("logo").ValueKind);
        (status, answer) = await app.SendAsync("POST", "systemSettings:put", new { logo = new { id = 1 } }, root);
        Assert.Equal(200, status);
        Assert.Equal(1, answer.GetProperty("data").GetProperty("logo").GetProperty("id").GetInt64());
        Assert.Equal("Acme", answer.GetProperty("data").GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("""{"raw_title":""}""", "title")]
    [InlineData("""{"raw_title":null}""", "title")]
    [InlineData("""{"enabledLanguages":[]}""", "enabledLanguages")]
    [InlineData("""{"enabledLanguages":["<b>"]}""", "enabledLanguages")]
    [InlineData("""{"enabledLanguages":"en-US"}""", "enabledLanguages")]
    [InlineData("""{"enabledLanguages":[1]}""", "enabledLanguages")]
    [InlineData("""{"appLang":"../x"}""", "appLang")]
    [InlineData("""{"logo":{"id":99}}""", "logo")]
    [InlineData("""{"logo":{"id":"x"}}""", "logo")]
    [InlineData("[]", "object")]
    public async Task Settings_that_make_no_sense_are_refused_and_change_nothing(string body, string named)
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var root = await app.SignInAsync();
        var before = await app.SendAsync("GET", "systemSettings:get");
        var (status, answer) = await app.SendAsync("POST", "systemSettings:put", JsonElement.Parse(body), root);
        Assert.True(status == 400, $"{status} {answer}");
        Assert.Contains(named, answer.ToString(), StringComparison.Ordinal);
        var after = await app.SendAsync("GET", "systemSettings:get");
        Assert.Equal(before.Body.ToString(), after.Body.ToString());
    }
}
