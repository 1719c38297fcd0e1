using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests;

/// <summary>What the form of a role is filled from.</summary>
public sealed class RoleFormTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Rules_are_answered_with_the_scopes_that_were_asked_for(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.HireAsync("clerk", []);
        var own = await office.GetAsync(office.Root, """dataSourcesRolesResourcesScopes:get?filter={"key":"own"}""");
        var saved = await office.DoAsync(
            "roles/clerk/dataSourceResources:create",
            new
            {
                name = "bills",
                actions = new object[]
                {
                    new { name = "view", fields = new[] { "title" } },
                    new { name = "destroy", scope = new { id = own.GetProperty("id") } },
                },
            }
        );
        var actions = saved.GetProperty("actions");
        Assert.False(ActionOf(actions, "view").TryGetProperty("scope", out _));
        Assert.Equal("own", ActionOf(actions, "destroy").GetProperty("scope").GetProperty("key").GetString());

        const string Path = """roles/clerk/dataSourceResources:get?filter={"name":"bills"}""";
        Assert.False((await office.GetAsync(office.Root, Path)).TryGetProperty("actions", out _));
        var whole = await office.GetAsync(office.Root, Path + "&appends[]=actions&appends[]=actions.scope");
        Assert.Equal(JsonValueKind.Null, ActionOf(whole.GetProperty("actions"), "view").GetProperty("scope").ValueKind);
        Assert.Equal(
            "own",
            ActionOf(whole.GetProperty("actions"), "destroy").GetProperty("scope").GetProperty("key").GetString()
        );

        static JsonElement ActionOf(JsonElement actions, string name) =>
            actions.EnumerateArray().Single(a => a.GetProperty("name").GetString() == name);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Collections_are_listed_with_the_fields_of_the_designer(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.HireAsync("clerk", []);
        await office.RuleAsync("clerk", "bills", ("view", ["title"], null));
        var list = await office.GetAsync(
            office.Root,
            """roles/clerk/dataSourcesCollections:list?filter={"dataSourceKey":"main"}"""
        );
        var names = list.EnumerateArray().Select(c => c.GetProperty("name").GetString()!).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Contains("users", names);
        Assert.DoesNotContain("apiKeys", names);
        var bills = list.EnumerateArray().Single(c => c.GetProperty("name").GetString() == "bills");
        Assert.Equal("resourceAction", bills.GetProperty("usingConfig").GetString());
        var fields = bills.GetProperty("fields").EnumerateArray().ToList();
        var title = fields.Single(f => f.GetProperty("name").GetString() == "title");
        Assert.Equal("bills", title.GetProperty("collectionName").GetString());
        Assert.True(title.GetProperty("__sort").GetInt64() > 0);
        Assert.False(title.TryGetProperty("options", out _));
        var creator = fields.Single(f => f.GetProperty("name").GetString() == "createdById");
        Assert.Equal("context", creator.GetProperty("type").GetString());
        Assert.DoesNotContain(fields, f => f.GetProperty("name").GetString() == "clientId");
    }
}
