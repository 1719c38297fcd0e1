using System.Text.Json;

namespace Pergola.Plugins.Localization.Tests;

/// <summary>An app whose texts are translated into Swedish.</summary>
internal sealed class TextOffice(AppUnderTest app, (string Name, string Value) root) : IAsyncDisposable
{
    public (string Name, string Value) Root { get; } = root;

    public static async Task<TextOffice> OpenAsync(Backend backend)
    {
        var app = await AppUnderTest.StartAsync(backend);
        return new TextOffice(app, await app.SignInAsync());
    }

    public static async Task<TextOffice> OpenAsync(TestDatabase database)
    {
        var app = await AppUnderTest.StartAsync(database);
        return new TextOffice(app, await app.SignInAsync());
    }

    public Task<(int Status, JsonElement Body)> PostAsync(string action, object? body, (string, string) who) =>
        app.SendAsync("POST", action, body, who);

    public async Task<JsonElement> DoAsync(string action, object? body = null)
    {
        var (status, answer) = await PostAsync(action, body, Root);
        Assert.True(status is 200 or 204, $"{action}: {status} {answer}");
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("data", out var data) ? data : default;
    }

    public async Task<JsonElement> ListAsync(string more)
    {
        var (status, answer) = await app.SendAsync("GET", "localizationTexts:list?locale=sv-SE" + more, null, Root);
        Assert.True(status == 200, answer.ToString());
        return answer;
    }

    public async Task<JsonElement> FindAsync(string text, string module) =>
        (await ListAsync($"&module={module}&paginate=false"))
            .GetProperty("data")
            .EnumerateArray()
            .Single(r => r.GetProperty("text").GetString() == text);

    public Task TranslateAsync(JsonElement row, string translation) =>
        DoAsync(
            "localizationTranslations:updateOrCreate?filterKeys[]=textId&filterKeys[]=locale",
            new
            {
                textId = row.GetProperty("id").GetString(),
                locale = "sv-SE",
                translation,
            }
        );

    /// <summary>What the server says in Swedish to somebody who may not.</summary>
    public async Task<string?> RefusalAsync()
    {
        var member = await HireAsync();
        var (_, answer) = await app.SendAsync("GET", "localization:getSources", null, member, ("X-Locale", "sv-SE"));
        return answer.GetProperty("errors")[0].GetProperty("message").GetString();
    }

    /// <summary>What clients are told a text is in Swedish.</summary>
    public async Task<string?> ToldAsync(string name, string text)
    {
        var (_, answer) = await app.SendAsync("GET", $"app:getLang?locale=sv-SE&ns={name}");
        var texts = answer.GetProperty("data").GetProperty("resources").GetProperty(name);
        return texts.TryGetProperty(text, out var told) ? told.GetString() : null;
    }

    public async Task<(string Name, string Value)> HireAsync()
    {
        var user = new
        {
            username = "member",
            password = "member-pw",
            roles = new[] { "member" },
        };
        await PostAsync("users:create", user, Root);
        return await app.SignInAsync("member", "member-pw");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
