using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests;

/// <summary>What cannot be meant is refused when it is saved, with the field that is wrong.</summary>
[Trait("ASVS", "V4")]
public sealed class RoleInputTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Roles_that_make_no_sense_are_refused_and_change_nothing(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("roles:create", new { name = "clerk", title = "Clerk" });
        var before = (await office.GetAsync(office.Root, "roles:list?sort=name")).GetRawText();
        foreach (
            var (field, body) in new[]
            {
                ("name", """{"name":"two words","title":"x"}"""),
                ("name", """{"name":"a/b","title":"x"}"""),
                ("name", """{"name":"__union__","title":"x"}"""),
                ("name", $$"""{"name":"{{new string('x', 101)}}","title":"x"}"""),
                ("snippets", """{"name":"r1","title":"x","snippets":["pm.users","!!pm"]}"""),
                ("snippets", """{"name":"r1","title":"x","snippets":["users:list"]}"""),
                ("snippets", """{"name":"r1","title":"x","snippets":[{"a":1}]}"""),
                ("snippets", """{"name":"r1","title":"x","snippets":"pm.users"}"""),
                ("strategy", """{"name":"r1","title":"x","strategy":{"actions":["view:everything"]}}"""),
                ("strategy", """{"name":"r1","title":"x","strategy":{"actions":["fly"]}}"""),
                ("strategy", """{"name":"r1","title":"x","strategy":{"actions":{"view":true}}}"""),
                ("strategy", """{"name":"r1","title":"x","strategy":"view"}"""),
            }
        )
        {
            await RefusedAsync(field, "roles:create", body);
            if (field != "name")
            {
                await RefusedAsync(field, "roles:update?filterByTk=clerk", body);
            }
        }

        Assert.Equal(before, (await office.GetAsync(office.Root, "roles:list?sort=name")).GetRawText());
        foreach (
            var good in new[]
            {
                """["pm.*","!pm.users","app"]""",
                """["*"]""",
                """["pm.data-source-manager.collection-view "]""",
            }
        )
        {
            await office.DoAsync("roles:update?filterByTk=clerk", JsonElement.Parse($$"""{"snippets":{{good}}}"""));
        }

        async Task RefusedAsync(string field, string path, string body)
        {
            var (status, answer) = await office.App.SendAsync("POST", path, JsonElement.Parse(body), office.Root);
            Assert.True(status == 400, $"{path} {body}: {status}");
            var message = answer.GetProperty("errors")[0].GetProperty("message").GetString()!;
            Assert.True(message.Contains(field, StringComparison.OrdinalIgnoreCase), $"{body}: {message}");
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_scope_that_cannot_be_read_is_not_saved(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        const string Path = "dataSources/main/rolesResourcesScopes:create";
        foreach (
            var (named, scope, resource) in new[]
            {
                ("price", """{"price":{"$gt":1}}""", "bills"),
                ("$over", """{"amount":{"$over":1}}""", "bills"),
                ("phone", """{"client":{"phone.x":"1"}}""", "bills"),
                ("amount", """{"amount":{"$gt":"abc"}}""", "bills"),
                ("filter", """[1]""", "bills"),
                ("nothing", """{"amount":1}""", "nothing"),
            }
        )
        {
            var body = JsonElement.Parse($$"""{"name":"s","resourceName":"{{resource}}","scope":{{scope}}}""");
            var (status, answer) = await office.App.SendAsync("POST", Path, body, office.Root);
            Assert.True(status == 400, $"{scope}: {status}");
            var message = answer.GetProperty("errors")[0].GetProperty("message").GetString()!;
            Assert.True(message.Contains(named, StringComparison.Ordinal) || named == "filter", $"{scope}: {message}");
        }

        var good = await office.DoAsync(
            Path,
            JsonElement.Parse(
                """
                {"name":"s","resourceName":"bills",
                 "scope":{"$or":[{"amount":{"$gt":1}},{"createdById":"{{ $user.id }}"},{"client.name":"{{$nRole}}"}]}}
                """
            )
        );
        Assert.Equal(
            400,
            await office.StatusAsync(
                office.Root,
                "POST",
                $"dataSources/main/rolesResourcesScopes:update?filterByTk={good.GetProperty("id")}",
                JsonElement.Parse("""{"scope":{"price":1}}""")
            )
        );
        Assert.Equal(3, (await office.GetAsync(office.Root, "dataSourcesRolesResourcesScopes:list")).GetArrayLength());
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_rule_does_not_refer_to_a_scope_that_is_not_there(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("roles:create", new { name = "clerk", title = "Clerk" });
        foreach (
            var scope in new[]
            {
                "\"scopeId\":77",
                "\"scope\":{\"id\":77}",
                "\"scopeKey\":\"mine\"",
                "\"scopeId\":\"x\"",
            }
        )
        {
            var body =
                $$"""{"resources":[{"name":"bills","actions":[{"name":"view","fields":["title"],{{scope}}}]}]}""";
            var (status, answer) = await office.App.SendAsync(
                "POST",
                "roles:applyDataPermissions?filterByTk=clerk",
                JsonElement.Parse(body),
                office.Root
            );
            Assert.True(status == 400, $"{scope}: {status} {answer}");
        }

        var rules = await office.GetAsync(office.Root, "dataSourcesRolesResources:list");
        Assert.Equal(0, rules.GetArrayLength());
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_scope_whose_field_is_gone_shows_nothing_instead_of_everything(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("bills:create", new { title = "a", amount = 5 });
        await office.DoAsync(
            "dataSources/main/rolesResourcesScopes:create",
            JsonElement.Parse("""{"key":"big","name":"big","resourceName":"bills","scope":{"amount":{"$gt":1}}}""")
        );
        var clerk = await office.HireAsync("clerk", []);
        await office.RuleAsync(
            "clerk",
            "bills",
            ("view", ["title"], "big"),
            ("update", ["title"], "big"),
            ("destroy", [], "big")
        );
        Assert.Equal(1, (await office.GetAsync(clerk, "bills:list")).GetArrayLength());
        await office.DoAsync("collections/bills/fields:destroy?filterByTk=amount");
        Assert.Equal(0, (await office.GetAsync(clerk, "bills:list")).GetArrayLength());
        Assert.Equal(JsonValueKind.Null, (await office.GetAsync(clerk, "bills:get?filterByTk=1")).ValueKind);
        Assert.Equal(
            0,
            (await office.DoAsync("bills:update?filterByTk=1", new { title = "x" }, clerk)).GetArrayLength()
        );
        Assert.Equal(403, await office.StatusAsync(clerk, "POST", "bills:destroy?filterByTk=1"));
        Assert.Equal(0, (await office.DoAsync("bills:destroy?filter[title]=a", null, clerk)).GetInt32());
        var count = await office.DoAsync(
            "bills:query",
            JsonElement.Parse("""{"measures":[{"field":"id","aggregation":"count","alias":"n"}]}"""),
            clerk
        );
        Assert.Equal(0, count[0].GetProperty("n").GetInt32());
        Assert.Equal(1, (await office.GetAsync(office.Root, "bills:list")).GetArrayLength());
    }
}
