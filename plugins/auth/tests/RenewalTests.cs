using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Pergola.PluginTests.Cluster;

namespace Pergola.Plugins.Auth.Tests;

/// <summary>Tokens that expire while their session goes on.</summary>
[Trait("ASVS", "V3")]
public sealed class RenewalTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [OnEveryDatabase]
    public async Task Requests_at_once_get_one_successor_and_the_session_goes_on(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var old = await ExpiredAsync(app, "1d");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => CheckAsync(app, old)));
        Assert.All(answers, a => Assert.Equal(200, a.Status));
        var successors = answers.Select(a => new JsonWebToken(a.Renewed)).ToList();
        Assert.Single(successors.Select(t => t.Id).Distinct());
        Assert.NotEqual(new JsonWebToken(old).Id, successors[0].Id);
        Assert.Equal(
            new JsonWebToken(old).GetPayloadValue<long>("signInTime"),
            successors[0].GetPayloadValue<long>("signInTime")
        );

        var renewed = answers[0].Renewed!;
        Assert.Equal(200, (await CheckAsync(app, renewed)).Status);
        Assert.Equal(200, (await app.SendAsync("POST", "auth:signOut", null, Header(renewed))).Status);
        Assert.Equal("BLOCKED_TOKEN", (await CheckAsync(app, renewed)).Code);
        Assert.Equal("BLOCKED_TOKEN", (await CheckAsync(app, old)).Code);
    }

    [OnPostgresFact]
    public async Task Two_nodes_that_get_an_expired_token_at_once_give_it_one_successor()
    {
        await using var nodes = await TwoNodes.StartAsync();
        for (var round = 0; round < 3; round++)
        {
            var old = await ExpiredAsync(nodes.A, "1d");
            var answers = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(i => CheckAsync(i % 2 == 0 ? nodes.A : nodes.B, old))
            );
            Assert.All(answers, a => Assert.Equal(200, a.Status));
            Assert.Single(answers.Select(a => new JsonWebToken(a.Renewed).Id).Distinct());

            Assert.Equal(200, (await nodes.B.SendAsync("POST", "auth:signOut", null, Header(old))).Status);
            Assert.Equal("BLOCKED_TOKEN", (await CheckAsync(nodes.A, answers[0].Renewed!)).Code);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Signing_out_with_an_expired_token_ends_its_successor_too(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var old = await ExpiredAsync(app, "1d");
        var renewed = (await CheckAsync(app, old)).Renewed!;

        Assert.Equal(200, (await app.SendAsync("POST", "auth:signOut", null, Header(old))).Status);
        Assert.Equal("BLOCKED_TOKEN", (await CheckAsync(app, old)).Code);
        Assert.Equal("BLOCKED_TOKEN", (await CheckAsync(app, renewed)).Code);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_stream_and_a_late_token_get_none(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var old = await ExpiredAsync(app, "1d");
        Assert.Equal("SKIP_TOKEN_RENEW", (await CheckAsync(app, old, "text/event-stream")).Code);

        Assert.Equal(200, (await SetPolicyAsync(app, await app.SignInAsync(), "1s", "7d", "1s")).Status);
        await Task.Delay(TimeSpan.FromSeconds(2.1), Cancelled);
        var late = await CheckAsync(app, old);
        Assert.Equal((401, "EXPIRED_SESSION"), (late.Status, late.Code));
        Assert.Null(late.Renewed);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_policy_without_sense_changes_nothing(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        foreach (
            var (token, session, limit, name) in new[]
            {
                ("soon", "7d", "1d", "tokenExpirationTime"),
                ("0", "7d", "1d", "tokenExpirationTime"),
                ("1d", "", "1d", "sessionExpirationTime"),
                ("1d", "7d", "x", "expiredTokenRenewLimit"),
            }
        )
        {
            var (status, body) = await SetPolicyAsync(app, root, token, session, limit);
            Assert.Equal(400, status);
            Assert.Contains(name, body.GetRawText(), StringComparison.Ordinal);
        }

        var (_, stored) = await app.SendAsync(
            "GET",
            "tokenControlConfig:get?filterByTk=token-policy-config",
            null,
            root
        );
        Assert.Equal(
            "1d",
            stored.GetProperty("data").GetProperty("config").GetProperty("tokenExpirationTime").GetString()
        );
    }

    /// <summary>A token that has just expired by a policy of one second.</summary>
    private static async Task<string> ExpiredAsync(AppUnderTest app, string limit)
    {
        var root = await app.SignInAsync();
        Assert.Equal(200, (await SetPolicyAsync(app, root, "1s", "7d", limit)).Status);
        var token = (await app.SignInAsync()).Value["Bearer ".Length..];
        await Task.Delay(TimeSpan.FromSeconds(1.6), Cancelled);
        return token;
    }

    private static Task<(int Status, JsonElement Body)> SetPolicyAsync(
        AppUnderTest app,
        (string, string) root,
        string token,
        string session,
        string limit
    ) =>
        app.SendAsync(
            "POST",
            "tokenControlConfig:update?filterByTk=token-policy-config",
            new
            {
                config = new
                {
                    tokenExpirationTime = token,
                    sessionExpirationTime = session,
                    expiredTokenRenewLimit = limit,
                },
            },
            root
        );

    private static (string, string) Header(string token) => ("Authorization", "Bearer " + token);

    private static async Task<(int Status, string? Code, string? Renewed)> CheckAsync(
        AppUnderTest app,
        string token,
        string accept = "application/json"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Client.BaseAddress + "auth:check"));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await app.Client.SendAsync(request, Cancelled);
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancelled));
        var code = body.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("code").GetString() : null;
        var renewed = response.Headers.TryGetValues("x-new-token", out var values) ? values.Single() : null;
        return ((int)response.StatusCode, code, renewed);
    }
}
