namespace Pergola.Plugins.Auth.Tests;

/// <summary>Keys for programs.</summary>
[Trait("ASVS", "V2")]
public sealed class ApiKeyTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_key_acts_as_its_role_until_it_is_removed(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        var (status, made) = await app.SendAsync(
            "POST",
            "apiKeys:create",
            new
            {
                name = "ci",
                role = new { name = "root" },
                expiresIn = "30d",
            },
            root
        );
        Assert.Equal(200, status);
        var token = made.GetProperty("data").GetProperty("token").GetString()!;
        var key = ("Authorization", "Bearer " + token);
        Assert.Equal(200, (await app.SendAsync("GET", "users:list", null, key)).Status);
        // The key is bound to its role, whatever a request asks for.
        Assert.Equal(200, (await app.SendAsync("GET", "users:list", null, key, ("X-Role", "member"))).Status);

        var (_, list) = await app.SendAsync("GET", "apiKeys:list", null, root);
        var row = Assert.Single(list.GetProperty("data").EnumerateArray().ToList());
        Assert.Equal("30d", row.GetProperty("expiresIn").GetString());
        Assert.False(row.TryGetProperty("token", out _));
        Assert.DoesNotContain(token, list.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(404, (await app.SendAsync("GET", "apiKeys:get?filterByTk=1", null, root)).Status);
        Assert.Equal(
            404,
            (await app.SendAsync("POST", "apiKeys:update?filterByTk=1", new { roleName = "x" }, root)).Status
        );

        Assert.Equal(
            200,
            (await app.SendAsync("POST", $"apiKeys:destroy?filterByTk={row.GetProperty("id")}", null, root)).Status
        );
        Assert.Equal(401, (await app.SendAsync("GET", "users:list", null, key)).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Bad_input_makes_no_key(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        foreach (
            var body in new object[]
            {
                new { name = "x", expiresIn = "1d" },
                new
                {
                    name = "x",
                    expiresIn = "1d",
                    role = new { name = "nobody" },
                },
                new { name = "x", role = new { name = "root" } },
                new
                {
                    name = "x",
                    expiresIn = "soon",
                    role = new { name = "root" },
                },
                new
                {
                    name = "x",
                    expiresIn = -5,
                    role = new { name = "root" },
                },
                new
                {
                    name = "x",
                    expiresIn = 1e300,
                    role = new { name = "root" },
                },
                new
                {
                    name = "",
                    expiresIn = "1d",
                    role = new { name = "root" },
                },
            }
        )
        {
            Assert.Equal(400, (await app.SendAsync("POST", "apiKeys:create", body, root)).Status);
        }

        var (_, list) = await app.SendAsync("GET", "apiKeys:list", null, root);
        Assert.Equal(0, list.GetProperty("meta").GetProperty("count").GetInt32());
    }
}
