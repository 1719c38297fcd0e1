using System.Net.Http.Headers;

namespace Pergola.PluginTests.Security;

/// <summary>What browsers are told with every answer, the API's own included.</summary>
[Trait("ASVS", "V14")]
public sealed class AnswerHeaderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "auth:check", 401)]
    [InlineData("GET", "authenticators:publicList", 200)]
    [InlineData("POST", "auth:signIn", 400)]
    [InlineData("GET", "no-such-thing:list", 404)]
    [InlineData("GET", "__health_check", 200)]
    [InlineData("GET", "../healthz/live", 200)]
    [InlineData("GET", "__app/none/auth:check", 404)]
    [InlineData("OPTIONS", "users:list", 204)]
    public async Task Every_answer_forbids_what_no_answer_needs(string method, string path, int status)
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var (answered, headers) = await SendAsync(app, method, path);
        Assert.Equal(status, answered);
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Value(headers, "Content-Security-Policy"));
        Assert.Equal("nosniff", Value(headers, "X-Content-Type-Options"));
        Assert.Equal("no-store", Value(headers, "Cache-Control"));
        Assert.Equal("SAMEORIGIN", Value(headers, "X-Frame-Options"));
        Assert.Equal("no-referrer", Value(headers, "Referrer-Policy"));
        Assert.Null(Value(headers, "Server"));
        Assert.Null(Value(headers, "X-Powered-By"));
        Assert.Null(Value(headers, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task Browsers_that_came_encrypted_are_told_to_stay_so()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var (_, headers) = await SendAsync(app, "GET", "auth:check", ("X-Forwarded-Proto", "https"));
        Assert.Equal("max-age=31536000", Value(headers, "Strict-Transport-Security"));
    }

    private static async Task<(int Status, HttpResponseHeaders Headers)> SendAsync(
        AppUnderTest app,
        string method,
        string path,
        params (string Name, string Value)[] more
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(app.Client.BaseAddress + path));
        request.Content = method == "POST" ? new StringContent("{}") : null;
        if (method == "OPTIONS")
        {
            request.Headers.Add("Origin", "http://other.example");
            request.Headers.Add("Access-Control-Request-Method", "GET");
        }

        foreach (var (name, value) in more)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await app.Client.SendAsync(request, Cancelled);
        if (response.Content.Headers.ContentLength != 0 && StatusOf(response) != 204)
        {
            Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
        }

        return (StatusOf(response), response.Headers);

        static int StatusOf(HttpResponseMessage answer) => (int)answer.StatusCode;
    }

    private static string? Value(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
