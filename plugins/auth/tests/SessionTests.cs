using System.Text.Json;

namespace Pergola.Plugins.Auth.Tests;

/// <summary>Where somebody is signed in, and the end of it.</summary>
[Trait("ASVS", "V3")]
public sealed class SessionTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Sessions_are_listed_with_their_origin_and_end_one_by_one(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var laptop = await SignInAsync(app, "Laptop/1.0");
        var phone = await SignInAsync(app, "Phone/" + new string('9', 400));

        var listed = await ListAsync(app, laptop);
        Assert.Equal(2, listed.Count);
        var other = Assert.Single(listed, session => !session.GetProperty("isCurrent").GetBoolean());
        Assert.StartsWith("Phone/", other.GetProperty("userAgent").GetString(), StringComparison.Ordinal);
        Assert.Equal(255, other.GetProperty("userAgent").GetString()!.Length);
        Assert.Contains("127.0.0.1", other.GetProperty("address").GetString(), StringComparison.Ordinal);
        Assert.Equal("basic", other.GetProperty("authenticator").GetString());
        var own = Assert.Single(listed, session => session.GetProperty("isCurrent").GetBoolean());
        Assert.Equal("Laptop/1.0", own.GetProperty("userAgent").GetString());
        Assert.False(own.TryGetProperty("jti", out _));

        var id = other.GetProperty("id").GetString();
        Assert.Equal(200, (await app.SendAsync("POST", "auth:endSession", new { id }, laptop)).Status);
        Assert.Equal(401, (await app.SendAsync("GET", "auth:check", null, phone)).Status);
        Assert.Equal(200, (await app.SendAsync("GET", "auth:check", null, laptop)).Status);
        Assert.Single(await ListAsync(app, laptop));
        Assert.Equal(404, (await app.SendAsync("POST", "auth:endSession", new { id }, laptop)).Status);
        Assert.Equal(400, (await app.SendAsync("POST", "auth:endSession", new { id = "this" }, laptop)).Status);
        Assert.Equal(400, (await app.SendAsync("POST", "auth:endSession", new { }, laptop)).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task All_others_end_at_once(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var kept = await SignInAsync(app, "kept");
        var others = new[] { await SignInAsync(app, "a"), await SignInAsync(app, "b") };

        var (status, body) = await app.SendAsync("POST", "auth:endOtherSessions", null, kept);
        Assert.Equal(200, status);
        Assert.Equal(2, body.GetProperty("data").GetInt32());
        foreach (var other in others)
        {
            Assert.Equal(401, (await app.SendAsync("GET", "auth:check", null, other)).Status);
        }

        Assert.Equal(200, (await app.SendAsync("GET", "auth:check", null, kept)).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Nobody_sees_or_ends_the_sessions_of_another(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await SignInAsync(app, "root");
        var account = new { username = "eva", password = "eva-secret-1" };
        Assert.Equal(200, (await app.SendAsync("POST", "users:create", account, root)).Status);
        var eva = await app.SignInAsync("eva", "eva-secret-1");

        Assert.Single(await ListAsync(app, eva));
        var id = Assert.Single(await ListAsync(app, root)).GetProperty("id").GetString();
        Assert.Equal(404, (await app.SendAsync("POST", "auth:endSession", new { id }, eva)).Status);
        await app.SendAsync("POST", "auth:endOtherSessions", null, eva);
        Assert.Equal(200, (await app.SendAsync("GET", "auth:check", null, root)).Status);
        Assert.Equal(404, (await app.SendAsync("GET", "pergola_sessions:list", null, root)).Status);
        Assert.Equal(401, (await app.SendAsync("GET", "auth:listSessions")).Status);
    }

    private static async Task<(string Name, string Value)> SignInAsync(AppUnderTest app, string agent)
    {
        var account = new { account = "nocobase", password = "admin123" };
        var (status, body) = await app.SendAsync("POST", "auth:signIn", account, ("User-Agent", agent));
        Assert.Equal(200, status);
        return ("Authorization", "Bearer " + body.GetProperty("data").GetProperty("token").GetString());
    }

    private static async Task<List<JsonElement>> ListAsync(AppUnderTest app, (string Name, string Value) token)
    {
        var (status, body) = await app.SendAsync("GET", "auth:listSessions", null, token);
        Assert.Equal(200, status);
        return [.. body.GetProperty("data").EnumerateArray()];
    }
}
