namespace Pergola.Plugins.Auth.Tests;

[Trait("ASVS", "V2")]
public sealed class SignInTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task The_first_account_signs_in_by_name_or_email_and_signs_out(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        await app.SignInAsync("admin@nocobase.com");
        var token = await app.SignInAsync();

        var (status, body) = await app.SendAsync("GET", "auth:check", null, token);
        Assert.Equal(200, status);
        var user = body.GetProperty("data");
        Assert.Equal("nocobase", user.GetProperty("username").GetString());
        Assert.False(user.TryGetProperty("password", out _));
        Assert.Equal(
            ["admin", "member", "root"],
            user.GetProperty("roles").EnumerateArray().Select(r => r.GetProperty("name").GetString())
        );

        Assert.Equal(200, (await app.SendAsync("POST", "auth:signOut", null, token)).Status);
        Assert.Equal((401, "BLOCKED_TOKEN"), await CodeAsync(app, token));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Whoever_has_no_token_or_a_wrong_one_is_told_so(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        Assert.Equal((401, "EMPTY_TOKEN"), await CodeAsync(app));
        Assert.Equal((401, "INVALID_TOKEN"), await CodeAsync(app, ("Authorization", "Bearer a.b.c")));

        await using var other = await AppUnderTest.StartAsync(backend, ("APP_KEY", "another-key"));
        Assert.Equal((401, "INVALID_TOKEN"), await CodeAsync(app, await other.SignInAsync()));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Unknown_account_and_wrong_password_get_the_same_answer(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var wrong = await app.SendAsync("POST", "auth:signIn", new { account = "nocobase", password = "x" });
        var unknown = await app.SendAsync("POST", "auth:signIn", new { account = "nobody", password = "x" });
        Assert.Equal(401, wrong.Status);
        Assert.Equal(wrong.Body.GetRawText(), unknown.Body.GetRawText());
        Assert.Equal(400, (await app.SendAsync("POST", "auth:signIn", new { password = "x" })).Status);
        Assert.Equal(400, (await app.SendAsync("POST", "auth:signIn", new { account = 5 })).Status);
    }

    [Fact]
    public async Task A_flood_of_sign_ins_queues_briefly_and_leaves_the_others_in_peace()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var token = await app.SignInAsync();
        var flood = Enumerable
            .Range(0, 99)
            .Select(number =>
                app.SendAsync("POST", "auth:signIn", new { account = $"nobody-{number}", password = "x" })
            )
            .ToList();
        var check = await app.SendAsync("GET", "auth:check", null, token);
        Assert.Equal(200, check.Status);
        Assert.Contains(flood, attempt => !attempt.IsCompleted);

        var answers = await Task.WhenAll(flood);
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 401, 429 }));
        var full = answers.First(answer => answer.Status == 429).Body;
        Assert.Equal("TOO_MANY_AT_ONCE", full.GetProperty("errors")[0].GetProperty("code").GetString());
        // Who was sent away has used up none of the attempts.
        Assert.True(answers.Count(answer => answer.Status == 401) >= 33);
        await app.SignInAsync();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Guessing_ends_after_ten_failures(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Equal(
                401,
                (await app.SendAsync("POST", "auth:signIn", new { account = "Nobody", password = "x" })).Status
            );
        }

        Assert.Equal(
            429,
            (await app.SendAsync("POST", "auth:signIn", new { account = "nobody", password = "x" })).Status
        );
        await app.SignInAsync();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Another_page_cannot_sign_anybody_in(Backend backend)
    {
        var account = new { account = "nocobase", password = "admin123" };
        await using var app = await AppUnderTest.StartAsync(backend, ("CORS_ORIGIN_WHITELIST", "http://good.example"));
        Assert.Equal(
            403,
            (await app.SendAsync("POST", "auth:signIn", account, ("Origin", "http://evil.example"))).Status
        );
        Assert.Equal(
            200,
            (await app.SendAsync("POST", "auth:signIn", account, ("Origin", "http://good.example"))).Status
        );
        var own = app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Assert.Equal(200, (await app.SendAsync("POST", "auth:signIn", account, ("Origin", own))).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_changed_password_ends_the_sessions_before_it(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var token = await app.SignInAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);
        Assert.Equal(
            200,
            (await app.SendAsync("POST", "users:update?filterByTk=1", new { password = "new-1" }, token)).Status
        );
        Assert.Equal((401, "INVALID_TOKEN"), await CodeAsync(app, token));
    }

    private static async Task<(int Status, string? Code)> CodeAsync(
        AppUnderTest app,
        params (string Name, string Value)[] headers
    )
    {
        var (status, body) = await app.SendAsync("GET", "users:list", null, headers);
        return (status, body.GetProperty("errors")[0].GetProperty("code").GetString());
    }
}
