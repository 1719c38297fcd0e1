using System.Net.Http.Headers;

namespace Pergola.PluginTests.Requests;

[Trait("ASVS", "V14")]
public sealed class CrossOriginTests
{
    private const string Good = "http://good.example";
    private const string Evil = "http://evil.example";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_a_request_a_page_is_told_whether_it_may()
    {
        await using var app = await AppUnderTest.StartAsync(
            Backend.Sqlite,
            ("CORS_ORIGIN_WHITELIST", Good + "/, http://x")
        );
        var (status, headers) = await PreflightAsync(app, Good);
        Assert.Equal(204, status);
        Assert.Equal(Good, Value(headers, "Access-Control-Allow-Origin"));
        Assert.Equal("true", Value(headers, "Access-Control-Allow-Credentials"));
        Assert.Equal("GET,HEAD,PUT,POST,DELETE,PATCH", Value(headers, "Access-Control-Allow-Methods"));
        Assert.Equal("authorization,x-role", Value(headers, "Access-Control-Allow-Headers"));
        Assert.Contains("Origin", Value(headers, "Vary"), StringComparison.Ordinal);

        var (evil, refused) = await PreflightAsync(app, Evil);
        Assert.Equal(204, evil);
        Assert.DoesNotContain(refused, h => h.Key.StartsWith("Access-Control-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_whitelist_every_page_may_and_none_with_credentials()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var (status, headers) = await PreflightAsync(app, Evil);
        Assert.Equal(204, status);
        Assert.Equal(Evil, Value(headers, "Access-Control-Allow-Origin"));
        Assert.Null(Value(headers, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task An_error_can_be_read_by_the_page_too()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite, ("CORS_ORIGIN_WHITELIST", Good));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Client.BaseAddress + "users:list"));
        request.Headers.Add("Origin", Good);
        using var response = await app.Client.SendAsync(request, Cancelled);
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal(Good, Value(response.Headers, "Access-Control-Allow-Origin"));
        Assert.Contains(
            "x-new-token",
            Value(response.Headers, "Access-Control-Expose-Headers"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_authenticator_is_no_reason_to_refuse()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var unknown = ("X-Authenticator", "nobody-knows-it");
        Assert.Equal(401, (await app.SendAsync("GET", "auth:check", null, unknown)).Status);
        var (status, body) = await app.SendAsync(
            "POST",
            "auth:signIn",
            new { account = "nocobase", password = "admin123" },
            unknown
        );
        Assert.Equal(200, status);
        var token = ("Authorization", "Bearer " + body.GetProperty("data").GetProperty("token").GetString());
        Assert.Equal(200, (await app.SendAsync("GET", "auth:check", null, token, unknown)).Status);
    }

    private static async Task<(int Status, HttpResponseHeaders Headers)> PreflightAsync(AppUnderTest app, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(app.Client.BaseAddress + "users:list"));
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,x-role");
        using var response = await app.Client.SendAsync(request, Cancelled);
        return ((int)response.StatusCode, response.Headers);
    }

    private static string? Value(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
