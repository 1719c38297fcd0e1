using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests;

/// <summary>What somebody with limits can learn, by whichever way of asking.</summary>
[Trait("ASVS", "V4")]
public sealed class ReadingRightsTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Fields_that_are_not_theirs_cannot_be_read_filtered_sorted_or_appended(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var client = await office.DoAsync("clients:create", new { name = "Ada", phone = "112" });
        await office.DoAsync(
            "bills:create",
            new
            {
                title = "a",
                secret = "x1",
                amount = 5,
                client = client.GetProperty("id").GetInt64(),
            }
        );
        var clerk = await office.HireAsync("clerk", []);
        Assert.Equal(403, await office.StatusAsync(clerk, "GET", "bills:list"));
        await office.RuleAsync("clerk", "bills", ("view", ["title", "client"], null));

        // The next request knows.
        var bill = Assert.Single((await office.GetAsync(clerk, "bills:list")).EnumerateArray().ToList());
        Assert.Equal(
            ["createdById", "id", "title"],
            bill.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal("{}", (await office.GetAsync(clerk, "bills:list?fields=secret"))[0].GetRawText());
        foreach (
            var refused in new[]
            {
                "filter[secret]=x1",
                "filter[secret.$includes]=x",
                """filter={"$or":[{"title":"a"},{"secret.$ne":"x"}]}""",
                """filter={"$not":{"secret":"x1"}}""",
                """filter={"title.$col":"secret"}""",
                """filter={"notes.inner":"x"}""",
                "filter[clientId]=1",
                "filter[client.name]=Ada",
                "filter[createdBy.username]=nocobase",
                "filter[createdBy.resetToken.$empty]=true",
                "sort=secret",
                "sort=-amount",
                "sort=client.phone",
            }
        )
        {
            Assert.True(403 == await office.StatusAsync(clerk, "GET", $"bills:list?{refused}"), refused);
            Assert.True(403 == await office.StatusAsync(clerk, "GET", $"bills:get?{refused}"), refused);
        }

        // The relation is theirs, the records behind it are not.
        var with = await office.GetAsync(clerk, "bills:list?appends=client,notes,createdBy,client.createdBy");
        Assert.False(with[0].TryGetProperty("client", out _));
        Assert.False(with[0].TryGetProperty("notes", out _));
        Assert.False(with[0].TryGetProperty("createdBy", out _));

        await office.RuleAsync("clerk", "clients", ("view", ["name"], null));
        with = await office.GetAsync(clerk, "bills:list?appends=client&fields=title,client.phone,client.name");
        Assert.Equal("Ada", with[0].GetProperty("client").GetProperty("name").GetString());
        Assert.False(with[0].GetProperty("client").TryGetProperty("phone", out _));
        Assert.Equal(
            200,
            await office.StatusAsync(clerk, "GET", "bills:list?filter[client.name]=Ada&sort=client.name")
        );
        Assert.Equal(403, await office.StatusAsync(clerk, "GET", "bills:list?filter[client.phone]=112"));
        Assert.Equal(
            403,
            await office.StatusAsync(
                clerk,
                "POST",
                "bills:query",
                new { dimensions = new[] { new { field = "secret" } } }
            )
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Records_that_are_not_theirs_are_not_there(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var theirs = await office.DoAsync("clients:create", new { name = "Root's" });
        var clerk = await office.HireAsync("clerk", ["view:own", "create", "update:own", "destroy:own"]);
        var mine = await office.DoAsync("clients:create", new { name = "Mine" }, clerk);
        var foreign = theirs.GetProperty("id").GetInt64();
        foreach (var (title, client) in new[] { ("with mine", mine), ("with root's", theirs) })
        {
            await office.DoAsync("bills:create", new { title, client = client.GetProperty("id").GetInt64() }, clerk);
        }

        await office.DoAsync("bills:create", new { title = "root's" });
        Assert.Equal(["with mine", "with root's"], await TitlesAsync("bills:list?sort=id"));
        Assert.Equal(JsonValueKind.Null, (await office.GetAsync(clerk, $"clients:get?filterByTk={foreign}")).ValueKind);

        var appended = await office.GetAsync(clerk, "bills:list?appends=client&sort=id");
        Assert.Equal("Mine", appended[0].GetProperty("client").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, appended[1].GetProperty("client").ValueKind);
        Assert.Empty(await TitlesAsync("bills:list?filter[client.name]=Root's"));
        Assert.Equal(["with mine"], await TitlesAsync("bills:list?filter[client.name]=Mine"));

        // Neither does the opposite of a condition tell anything of a record that is out of reach.
        var not = await TitlesAsync("""bills:list?sort=id&filter={"$not":{"client.name":"Root's"}}""");
        var other = await TitlesAsync("""bills:list?sort=id&filter={"$not":{"client.name":"Whatever"}}""");
        Assert.Equal(other, not);
        Assert.Equal(403, await office.StatusAsync(clerk, "GET", "bills:list?sort=client.name"));

        var (_, list) = await office.App.SendAsync("GET", "bills:list", null, clerk, ("X-With-ACL-Meta", "true"));
        var allowed = list.GetProperty("meta").GetProperty("allowedActions");
        Assert.Equal(2, allowed.GetProperty("update").GetArrayLength());
        Assert.Equal(2, list.GetProperty("meta").GetProperty("count").GetInt32());

        async Task<string[]> TitlesAsync(string path) =>
            [.. (await office.GetAsync(clerk, path)).EnumerateArray().Select(b => b.GetProperty("title").GetString()!)];
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Every_ordinary_action_without_a_right_is_refused(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("bills:create", new { title = "a" });
        var nobody = await office.HireAsync("nobody", []);
        var reader = await office.HireAsync("reader", ["view"]);
        var before = (await office.GetAsync(office.Root, "bills:list?appends=notes")).GetRawText();
        string[] writes =
        [
            "bills:create",
            "bills:update?filterByTk=1",
            "bills:destroy?filterByTk=1",
            "bills:move?sourceId=1&targetId=1",
            "bills:firstOrCreate?filterKeys[]=title",
            "bills:updateOrCreate?filterKeys[]=title",
            "bills/1/notes:create",
            "bills/1/notes:add?filterByTk=1",
            "bills/1/notes:set",
            "bills/1/notes:remove",
            "bills/1/notes:toggle",
            "bills/1/client:set",
            "users:create",
            "users:update?filterByTk=1",
            "users:destroy?filterByTk=2",
            "roles:create",
            "roles:update?filterByTk=reader",
            "users/1/roles:add",
            "users/2/roles:set",
            "users/2/roles:create",
            "roles/root/users:add",
            "roles/admin/users:create",
            "rolesUsers:create",
            "dataSources/main/roles:update?filterByTk=reader",
            "roles/reader/dataSourceResources:create",
            "roles:applyDataPermissions?filterByTk=reader",
            "dataSourcesRolesResourcesActions:create",
            "collections:create",
            "collections:destroy?filterByTk=bills",
            "collections/bills/fields:create",
            "collections/bills/fields:destroy?filterByTk=title",
            "authenticators:update?filterByTk=1",
            "tokenControlConfig:update?filterByTk=token-policy-config",
            "apiKeys:create",
            "apiKeys:destroy?filterByTk=1",
        ];
        foreach (var path in writes)
        {
            foreach (var who in new[] { nobody, reader })
            {
                var body = path.Contains(":add", StringComparison.Ordinal)
                    ? (object)new[] { "root" }
                    : new { title = "b" };
                Assert.True(403 == await office.StatusAsync(who, "POST", path, body), path);
            }
        }

        foreach (
            var path in new[] { "bills:list", "bills:get", "bills/1/notes:list", "users:list", "users/1/roles:list" }
        )
        {
            Assert.True(403 == await office.StatusAsync(nobody, "GET", path), path);
        }

        Assert.Equal(200, await office.StatusAsync(reader, "GET", "bills:list"));
        Assert.Equal(before, (await office.GetAsync(office.Root, "bills:list?appends=notes")).GetRawText());
    }
}
