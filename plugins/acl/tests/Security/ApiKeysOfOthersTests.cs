using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests.Security;

/// <summary>A key is its owner's, and for one role.</summary>
[Trait("ASVS", "V4")]
public sealed class ApiKeysOfOthersTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Keys_of_others_are_neither_seen_nor_removed_not_even_by_root(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var ann = await office.HireAsync("ann", ["view"], ["pm.api-keys.configuration"]);
        var bob = await office.HireAsync("bob", ["view", "create", "update", "destroy"], ["pm.*"]);
        var key = await KeyAsync(office, ann, "ann");
        foreach (var other in new[] { bob, office.Root })
        {
            Assert.Equal(0, (await office.GetAsync(other, "apiKeys:list")).GetArrayLength());
            Assert.Equal(0, (await office.GetAsync(other, "apiKeys:list?filter[name]=ann")).GetArrayLength());
            await office.App.SendAsync("POST", "apiKeys:destroy?filterByTk=1", null, other);
            await office.App.SendAsync("POST", "apiKeys:destroy?filter[name]=ann", null, other);
            foreach (
                var path in new[]
                {
                    "apiKeys:get?filterByTk=1",
                    "apiKeys:update?filterByTk=1",
                    "apiKeys:query",
                    "apiKeys:firstOrCreate?filterKeys[]=name",
                    "apiKeys:updateOrCreate?filterKeys[]=name",
                    "apiKeys:move?sourceId=1&sticky=true",
                }
            )
            {
                Assert.True(404 == await office.StatusAsync(other, "POST", path, new { name = "ann" }), path);
            }
        }

        Assert.Equal(200, await office.StatusAsync(key, "GET", "bills:list"));
        Assert.Equal(1, (await office.GetAsync(ann, "apiKeys:list")).GetArrayLength());
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_key_ends_with_its_role_and_with_its_owner(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.HireAsync("second", ["view"]);
        var ann = await office.HireAsync("ann", ["view"], ["pm.api-keys.configuration"]);
        await office.DoAsync("users/3/roles:set", new[] { "ann", "second" });
        var key = await KeyAsync(office, ann, "ann");
        Assert.Equal(200, await office.StatusAsync(key, "GET", "bills:list"));
        await office.DoAsync("users/3/roles:remove", new[] { "ann" });
        Assert.Equal(401, await office.StatusAsync(key, "GET", "bills:list"));
        await office.DoAsync("users/3/roles:add", new[] { "ann" });
        Assert.Equal(200, await office.StatusAsync(key, "GET", "bills:list"));
        await office.DoAsync("users:destroy?filterByTk=3");
        Assert.Equal(401, await office.StatusAsync(key, "GET", "bills:list"));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_key_makes_no_key_for_a_stronger_role_of_its_owner(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var ann = await office.HireAsync("ann", ["view"], ["pm.api-keys.configuration"]);
        await office.DoAsync("users/2/roles:add", new[] { "admin" });
        var key = await KeyAsync(office, ann, "ann");
        foreach (var role in new[] { "admin", "root", "__union__" })
        {
            var status = await office.StatusAsync(key, "POST", "apiKeys:create", New(role));
            Assert.True(status is 400 or 403, $"{role}: {status}");
        }

        var (switched, _) = await office.App.SendAsync("GET", "roles:check", null, key, ("X-Role", "admin"));
        Assert.Equal(200, switched);
        Assert.Equal(
            "ann",
            (await office.App.SendAsync("GET", "roles:check", null, key, ("X-Role", "admin")))
                .Body.GetProperty("data")
                .GetProperty("role")
                .GetString()
        );
        await KeyAsync(office, key, "ann");
    }

    private static async Task<(string, string)> KeyAsync(Office office, (string, string) owner, string role)
    {
        var (status, made) = await office.App.SendAsync("POST", "apiKeys:create", New(role), owner, ("X-Role", role));
        Assert.True(status == 200, made.ToString());
        return ("Authorization", "Bearer " + made.GetProperty("data").GetProperty("token").GetString());
    }

    private static JsonElement New(string role) =>
        JsonElement.Parse($$"""{"name":"{{role}}","role":{"name":"{{role}}"},"expiresIn":"30d"}""");
}
