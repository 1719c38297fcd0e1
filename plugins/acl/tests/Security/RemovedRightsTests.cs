namespace Pergola.Plugins.Acl.Tests.Security;

/// <summary>Whatever is taken away is gone with the next request, for those who are signed in too.</summary>
[Trait("ASVS", "V4")]
public sealed class RemovedRightsTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_role_taken_from_a_person_ends_with_the_next_request_whichever_way_it_is_taken(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var clerk = await office.HireAsync("clerk", ["view"]);
        foreach (
            var (path, body) in new (string, object?)[]
            {
                ("users/2/roles:remove", new[] { "clerk" }),
                ("users/2/roles:set", Array.Empty<string>()),
                ("users/2/roles:toggle", new[] { "clerk" }),
                ("roles/clerk/users:remove", new[] { 2 }),
                ("roles/clerk/users:set", Array.Empty<int>()),
                ("users:update?filterByTk=2", new { roles = Array.Empty<string>() }),
                ("rolesUsers:destroy?filter[userId]=2", null),
            }
        )
        {
            await office.DoAsync("users/2/roles:set", new[] { "clerk" });
            Assert.True(200 == await office.StatusAsync(clerk, "GET", "bills:list"), path);
            await office.DoAsync(path, body);
            Assert.True(401 == await office.StatusAsync(clerk, "GET", "bills:list"), path);
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Rights_taken_from_a_role_end_with_the_next_request(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("bills:create", new { title = "a", amount = 5 });
        var clerk = await office.HireAsync("clerk", ["view"], ["pm.users"]);
        Assert.Equal(200, await office.StatusAsync(clerk, "GET", "users:listExcludeRole?roleName=x"));
        await office.DoAsync("roles:update?filterByTk=clerk", new { snippets = Array.Empty<string>() });
        Assert.Equal(403, await office.StatusAsync(clerk, "GET", "users:listExcludeRole?roleName=x"));

        await office.DoAsync(
            "dataSources/main/roles:update?filterByTk=clerk",
            new { strategy = new { actions = Array.Empty<string>() } }
        );
        Assert.Equal(403, await office.StatusAsync(clerk, "GET", "bills:list"));

        await office.RuleAsync("clerk", "bills", ("view", ["title", "amount"], null));
        Assert.Equal(200, await office.StatusAsync(clerk, "GET", "bills:list?filter[amount]=5"));
        await office.RuleAsync("clerk", "bills", ("view", ["title"], null));
        Assert.Equal(403, await office.StatusAsync(clerk, "GET", "bills:list?filter[amount]=5"));
        await office.RuleAsync("clerk", "bills", ("view", ["title"], "own"));
        Assert.Equal(0, (await office.GetAsync(clerk, "bills:list")).GetArrayLength());
        await office.RuleAsync("clerk", "bills");
        Assert.Equal(403, await office.StatusAsync(clerk, "GET", "bills:list"));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_person_who_is_deleted_is_signed_out(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var clerk = await office.HireAsync("clerk", ["view"]);
        Assert.Equal(200, await office.StatusAsync(clerk, "GET", "bills:list"));
        await office.DoAsync("users:destroy?filterByTk=2");
        Assert.Equal(401, await office.StatusAsync(clerk, "GET", "bills:list"));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_role_of_the_same_name_made_later_has_none_of_the_rights_of_the_one_before(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var clerk = await office.HireAsync("clerk", ["view"], ["pm.users"]);
        await office.RuleAsync("clerk", "bills", ("view", ["title"], null), ("create", [], null));
        await office.DoAsync("roles:destroy?filterByTk=clerk");
        await office.DoAsync("roles:create", new { name = "clerk", title = "again" });
        Assert.Equal(401, await office.StatusAsync(clerk, "GET", "bills:list"));
        await office.DoAsync("users/2/roles:set", new[] { "clerk" });
        foreach (var path in new[] { "bills:list", "clients:list", "users:list", "roles:list" })
        {
            Assert.True(403 == await office.StatusAsync(clerk, "GET", path), path);
        }
    }
}
