namespace Pergola.Plugins.Acl.Tests;

[Trait("ASVS", "V4")]
public sealed class GateTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_role_holds_until_it_is_taken_away_and_no_longer(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        Assert.Equal(200, (await app.SendAsync("GET", "users:list", null, root)).Status);
        Assert.Equal(403, (await app.SendAsync("GET", "roles:list", null, root, ("X-Role", "member"))).Status);
        Assert.Equal(401, (await app.SendAsync("GET", "users:list", null, root, ("X-Role", "nobody"))).Status);

        var (created, _) = await app.SendAsync(
            "POST",
            "users:create",
            new
            {
                username = "max",
                password = "pw-1",
                roles = new[] { "member" },
            },
            root
        );
        Assert.Equal(200, created);
        var member = await app.SignInAsync("max", "pw-1");
        Assert.Equal(200, (await app.SendAsync("GET", "auth:check", null, member)).Status);
        var (_, own) = await app.SendAsync("GET", "users:list", null, member);
        Assert.Equal(0, own.GetProperty("meta").GetProperty("count").GetInt32());
        Assert.Equal(403, (await app.SendAsync("GET", "roles:list", null, member)).Status);
        Assert.Equal(403, (await app.SendAsync("POST", "collections:create", new { name = "x" }, member)).Status);
        Assert.Equal(404, (await app.SendAsync("GET", "nothing:list", null, member)).Status);
        Assert.Equal(404, (await app.SendAsync("GET", "pergola_secrets:list", null, root)).Status);

        Assert.Equal(200, (await app.SendAsync("POST", "users/1/roles:remove", new[] { "root" }, root)).Status);
        Assert.Equal(403, (await app.SendAsync("GET", "apiKeys:list", null, root, ("X-Role", "member"))).Status);
        Assert.Equal(401, (await app.SendAsync("GET", "users:list", null, root, ("X-Role", "root"))).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Bad_input_is_answered_and_nothing_else_happens(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend, ("REQUEST_BODY_LIMIT", "1kb"));
        var root = await app.SignInAsync();
        Assert.Equal(
            413,
            (await app.SendAsync("POST", "users:create", new { nickname = new string('x', 2000) }, root)).Status
        );
        Assert.Equal(400, (await app.SendAsync("POST", "users:destroy", null, root)).Status);
        Assert.Equal(400, (await app.SendAsync("POST", "users:destroy?filter={}")).Status);
        Assert.Equal(400, (await app.SendAsync("GET", "users:list", null, root, ("X-Data-Source", "nope"))).Status);
        Assert.Equal(400, (await app.SendAsync("GET", "users:list", null, root, ("X-Timezone", "nope"))).Status);
        Assert.Equal(404, (await app.SendAsync("GET", "users/1/nothing:list", null, root)).Status);
    }
}
