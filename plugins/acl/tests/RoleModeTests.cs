namespace Pergola.Plugins.Acl.Tests;

/// <summary>Several roles of one person, one at a time or together.</summary>
public sealed class RoleModeTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Roles_are_used_together_only_where_the_app_says_so(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.HireAsync("sees", []);
        await office.HireAsync("makes", ["create"]);
        await office.RuleAsync("sees", "bills", ("view", ["title"], null));
        await office.DoAsync(
            "users:create",
            new
            {
                username = "both",
                password = "pw-1",
                roles = new[] { "sees", "makes" },
            }
        );
        var both = await office.App.SignInAsync("both", "pw-1");
        Assert.Equal((403, 200), await TryAsync("makes"));
        Assert.Equal((200, 403), await TryAsync("sees"));

        Assert.Equal(
            400,
            await office.StatusAsync(office.Root, "POST", "roles:setSystemRoleMode", new { roleMode = "zzz" })
        );
        Assert.Equal(
            403,
            await office.StatusAsync(both, "POST", "roles:setSystemRoleMode", new { roleMode = "default" })
        );
        await office.DoAsync("roles:setSystemRoleMode", new { roleMode = "allow-use-union" });
        Assert.Equal((200, 200), await TryAsync("__union__"));
        Assert.Equal((200, 403), await TryAsync("sees"));
        var (_, check) = await office.App.SendAsync("GET", "roles:check", null, both, ("X-Role", "__union__"));
        Assert.Equal("__union__", check.GetProperty("data").GetProperty("role").GetString());
        Assert.Equal("allow-use-union", check.GetProperty("data").GetProperty("roleMode").GetString());

        await office.DoAsync("roles:setSystemRoleMode", new { roleMode = "only-use-union" });
        Assert.Equal((200, 200), await TryAsync("sees"));
        // Together they see what one of them sees, no more.
        Assert.Equal(403, await office.StatusAsync(both, "GET", "bills:list?filter[secret]=x"));
        Assert.Equal(400, await office.StatusAsync(office.Root, "POST", "systemSettings:put", new { roleMode = "x" }));
        Assert.Equal(403, await office.StatusAsync(both, "POST", "systemSettings:put", new { roleMode = "default" }));

        async Task<(int View, int Create)> TryAsync(string role)
        {
            var view = await office.App.SendAsync("GET", "bills:list", null, both, ("X-Role", role));
            var create = await office.App.SendAsync(
                "POST",
                "bills:create",
                new { title = "a" },
                both,
                ("X-Role", role)
            );
            return (view.Status, create.Status);
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task All_roles_together_can_be_the_default_where_the_app_allows_it(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.HireAsync("sees", ["view"]);
        await office.HireAsync("makes", ["create"]);
        await office.DoAsync(
            "users:create",
            new
            {
                username = "both",
                password = "pw-1",
                roles = new[] { "sees", "makes" },
            }
        );
        var both = await office.App.SignInAsync("both", "pw-1");
        Assert.Equal(400, await SetAsync("__union__"));
        Assert.Equal(400, await SetAsync("root"));
        await office.DoAsync("roles:setSystemRoleMode", new { roleMode = "allow-use-union" });
        Assert.Equal(200, await SetAsync("sees"));
        Assert.Equal(("sees", 200, 403), await ActAsync());
        Assert.Equal(200, await SetAsync("__union__"));
        Assert.Equal(("__union__", 200, 200), await ActAsync());

        // It is no role: it goes with the mode, and nobody gets it by name.
        await office.DoAsync("roles:setSystemRoleMode", new { roleMode = "default" });
        Assert.NotEqual("__union__", (await ActAsync()).Role);
        await office.DoAsync("roles:setSystemRoleMode", new { roleMode = "allow-use-union" });
        Assert.Equal("__union__", (await ActAsync()).Role);
        Assert.Equal(200, await SetAsync("makes"));
        Assert.Equal(("makes", 403, 200), await ActAsync());
        var user = (await office.GetAsync(both, "auth:check")).GetProperty("roles");
        Assert.Equal(2, user.GetArrayLength());
        Assert.Equal(
            400,
            await office.StatusAsync(office.Root, "POST", "roles:create", new { name = "__union__", title = "x" })
        );

        Task<int> SetAsync(string roleName) =>
            office.StatusAsync(both, "POST", "users:setDefaultRole", new { roleName });

        async Task<(string Role, int View, int Create)> ActAsync() =>
            (
                (await office.GetAsync(both, "roles:check")).GetProperty("role").GetString()!,
                await office.StatusAsync(both, "GET", "bills:list"),
                await office.StatusAsync(both, "POST", "bills:create", new { title = "a" })
            );
    }
}
