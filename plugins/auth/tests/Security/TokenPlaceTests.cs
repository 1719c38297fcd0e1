using System.Text.Json;

namespace Pergola.Plugins.Auth.Tests.Security;

/// <summary>Where a token may stand: in a header; in the address for reading; never in a cookie alone.</summary>
[Trait("ASVS", "V3")]
public sealed class TokenPlaceTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_in_the_address_reads_and_changes_nothing()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var (name, value) = await app.SignInAsync();
        var token = value["Bearer ".Length..];
        Assert.Equal(200, (await app.SendAsync("GET", $"users:list?token={token}")).Status);
        Assert.Equal(200, (await app.SendAsync("GET", $"auth:check?token={token}")).Status);

        var body = new { username = "mallory", password = "pw-1" };
        foreach (
            var (method, path) in new[]
            {
                ("POST", "users:create"),
                ("GET", "users:create"),
                ("GET", "users:destroy?filterByTk=1"),
                ("POST", "auth:signOut"),
                ("POST", "auth:changePassword"),
                ("POST", "users:list"),
                ("PUT", "users/1"),
                ("DELETE", "users/1"),
            }
        )
        {
            var address = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "token=" + token;
            var (status, answer) = await app.SendAsync(method, address, method == "GET" ? null : body);
            Assert.True(status == 401, $"{method} {path}: {status} {answer}");
        }

        // A header goes before it, also one that is wrong.
        var wrong = ("Authorization", "Bearer a.b.c");
        Assert.Equal(401, (await app.SendAsync("GET", $"users:list?token={token}", null, wrong)).Status);
        var (_, users) = await app.SendAsync("GET", "users:list", null, (name, value));
        Assert.Equal(1, users.GetProperty("meta").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Cookies_alone_sign_nobody_in()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var cookies = await SignInAsync(app);
        var sent = string.Join("; ", cookies.Select(c => c.Split(';')[0]));
        Assert.Contains("nb_auth_token_main=eyJ", sent, StringComparison.Ordinal);
        var csrf = cookies.Single(c => c.StartsWith("nb_csrf", StringComparison.Ordinal)).Split('=', ';')[1];
        foreach (var (method, path) in new[] { ("GET", "auth:check"), ("GET", "users:list"), ("POST", "users:create") })
        {
            var body = method == "POST" ? new { username = "mallory", password = "pw-1" } : null;
            Assert.Equal(401, (await app.SendAsync(method, path, body, ("Cookie", sent))).Status);
            var both = (("Cookie", sent), ("X-CSRF-Token", csrf));
            Assert.Equal(401, (await app.SendAsync(method, path, body, both.Item1, both.Item2)).Status);
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("http", false)]
    [InlineData("https", true)]
    [InlineData("https, http", true)]
    public async Task Cookies_are_out_of_reach_of_scripts_and_other_sites(string? forwarded, bool isSecure)
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var cookies = await SignInAsync(app, forwarded);
        Assert.Equal(4, cookies.Count);
        Assert.All(cookies, c => Assert.Contains("samesite=lax", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Equal(isSecure, c.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
        var token = cookies.Single(c => c.StartsWith("nb_auth_token_main=", StringComparison.Ordinal));
        Assert.Contains("httponly", token, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Behind_a_proxy_that_ends_TLS_the_own_page_may_sign_in_and_others_may_not()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var account = new { account = "nocobase", password = "admin123" };
        var host = app.Client.BaseAddress!.Authority;
        var encrypted = ("X-Forwarded-Proto", "https");
        Assert.Equal(
            200,
            (await app.SendAsync("POST", "auth:signIn", account, encrypted, ("Origin", $"https://{host}"))).Status
        );
        foreach (var origin in new[] { $"http://{host}", "https://evil.example", "null" })
        {
            Assert.Equal(
                403,
                (await app.SendAsync("POST", "auth:signIn", account, encrypted, ("Origin", origin))).Status
            );
        }

        // Another host that only says so is another host.
        Assert.Equal(
            403,
            (
                await app.SendAsync(
                    "POST",
                    "auth:signIn",
                    account,
                    ("X-Forwarded-Host", "evil.example"),
                    ("Origin", "http://evil.example")
                )
            ).Status
        );
    }

    private static async Task<List<string>> SignInAsync(AppUnderTest app, string? forwarded = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Client.BaseAddress + "auth:signIn"));
        request.Content = new StringContent(
            JsonSerializer.Serialize(new { account = "nocobase", password = "admin123" }),
            System.Text.Encoding.UTF8,
            "application/json"
        );
        if (forwarded is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", forwarded);
        }

        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var response = await client.SendAsync(request, Cancelled);
        Assert.Equal(200, (int)response.StatusCode);
        return [.. response.Headers.GetValues("Set-Cookie")];
    }
}
