namespace Pergola.Plugins.Auth.Tests.Security;

/// <summary>A session is new with each sign-in, no stronger than its user, and over at once.</summary>
[Trait("ASVS", "V3")]
public sealed class SessionEndTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Every_sign_in_makes_a_token_of_its_own_and_takes_none_that_was_brought_along(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var first = await app.SignInAsync();
        var account = new
        {
            account = "nocobase",
            password = "admin123",
            token = "chosen",
            jti = "chosen",
        };
        var (status, body) = await app.SendAsync(
            "POST",
            "auth:signIn?token=chosen",
            account,
            first,
            ("Cookie", "nb_auth_token_main=chosen; nb_csrf_token_main=chosen")
        );
        Assert.Equal(200, status);
        var second = body.GetProperty("data").GetProperty("token").GetString()!;
        Assert.NotEqual(first.Value, "Bearer " + second);
        Assert.DoesNotContain("chosen", body.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Signing_out_ends_that_session_at_once_and_no_other(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var (laptop, phone) = (await app.SignInAsync(), await app.SignInAsync());
        Assert.Equal(200, (await app.SendAsync("POST", "auth:signOut", null, laptop)).Status);
        foreach (var path in new[] { "auth:check", "users:list", "roles:check", "apiKeys:list" })
        {
            Assert.Equal(401, (await app.SendAsync("GET", path, null, laptop)).Status);
        }

        Assert.Equal(401, (await app.SendAsync("POST", "auth:signOut", null, laptop)).Status);
        Assert.Equal(200, (await app.SendAsync("GET", "auth:check", null, phone)).Status);
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_token_from_before_signing_in_again_gets_no_stronger(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        await app.SendAsync("POST", "users:create", new { username = "eva", password = "pw-eva-1" }, root);
        var early = await app.SignInAsync("eva", "pw-eva-1");
        // The same browser, somebody stronger.
        var (_, body) = await app.SendAsync(
            "POST",
            "auth:signIn",
            new { account = "nocobase", password = "admin123" },
            early
        );
        Assert.Equal("nocobase", body.GetProperty("data").GetProperty("user").GetProperty("username").GetString());
        var (_, check) = await app.SendAsync("GET", "auth:check", null, early);
        Assert.Equal("eva", check.GetProperty("data").GetProperty("username").GetString());
        Assert.Equal(403, (await app.SendAsync("GET", "roles:list", null, early)).Status);
        Assert.Equal(401, (await app.SendAsync("GET", "roles:list", null, early, ("X-Role", "root"))).Status);
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_password_that_somebody_else_sets_ends_all_sessions_of_that_user(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        await app.SendAsync("POST", "users:create", new { username = "eva", password = "pw-eva-1" }, root);
        var sessions = new[] { await app.SignInAsync("eva", "pw-eva-1"), await app.SignInAsync("eva", "pw-eva-1") };
        Assert.Equal(
            200,
            (await app.SendAsync("POST", "users:update?filterByTk=2", new { password = "pw-eva-2" }, root)).Status
        );
        foreach (var session in sessions)
        {
            Assert.Equal(401, (await app.SendAsync("GET", "auth:check", null, session)).Status);
        }

        Assert.Equal(200, (await app.SendAsync("GET", "auth:check", null, root)).Status);
        await app.SignInAsync("eva", "pw-eva-2");
    }
}
