using System.Text;
using Pergola.Plugins.Acl.Tests;

namespace Pergola.Plugins.FlowEngine.Tests;

/// <summary>Changes of pages that make no sense, are too large, or are not somebody's to make.</summary>
[Trait("ASVS", "V5")]
public sealed class HostileFlowModelTests
{
    private const string Page = """
        { "uid": "page", "use": "P", "subModels": { "tabs": [{ "uid": "one" }, { "uid": "two" }], "head": { "uid": "h" } } }
        """;

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Nonsense_is_refused_and_changes_nothing(Backend backend)
    {
        await using var pages = await Pages.OpenAsync(backend, Page);
        var before = (await pages.FindAsync("uid=page")).ToString();
        foreach (
            var (path, body, named) in new (string, string?, string)[]
            {
                ("flowModels:save", "[]", "object"),
                ("flowModels:save", """{ "uid": 7 }""", "uid"),
                ("flowModels:save", """{ "uid": "a b" }""", "uid"),
                ("flowModels:save", """{ "uid": "../x" }""", "uid"),
                ("flowModels:save", $$"""{ "uid": "{{new string('a', 300)}}" }""", "uid"),
                ("flowModels:save", """{ "uid": "x", "a": "\u0000" }""", "options"),
                ("flowModels:save", """{ "uid": "x", "subModels": [] }""", "subModels"),
                ("flowModels:save", """{ "uid": "x", "subModels": { "a": 7 } }""", "subModels"),
                ("flowModels:save", """{ "uid": "x", "subModels": { "": {} } }""", "subModels"),
                ("flowModels:save", """{ "uid": "x", "subModels": { "a": [{ "uid": "x" }] } }""", "twice"),
                ("flowModels:save", """{ "uid": "x", "parentId": "page" }""", "subKey"),
                ("flowModels:save", """{ "uid": "x", "parentId": "none", "subKey": "a" }""", "none"),
                ("flowModels:save", """{ "uid": "x", "parentId": "x", "subKey": "a" }""", "x"),
                (
                    "flowModels:save",
                    """{ "uid": "x", "parentId": "page", "subKey": "a", "subType": "set" }""",
                    "subType"
                ),
                (
                    "flowModels:save",
                    """{ "uid": "x", "parentId": "page", "subKey": "head", "subType": "object" }""",
                    "already exists"
                ),
                ("flowModels:create", """{ "uid": "page" }""", "taken"),
                ("flowModels:attach?parentId=page&subKey=a&subType=array", null, "uid"),
                ("flowModels:attach?uid=none&parentId=page&subKey=a&subType=array", null, "none"),
                ("flowModels:attach?uid=one&parentId=none&subKey=a&subType=array", null, "none"),
                ("flowModels:attach?uid=one&parentId=page&subKey=a&subType=set", null, "subType"),
                ("flowModels:attach?uid=one&parentId=page&subKey=a&subType=array&position=middle", null, "position"),
                ("flowModels:attach?uid=page&parentId=one&subKey=a&subType=array", null, "below it"),
                ("flowModels:attach?uid=one&parentId=one&subKey=a&subType=array", null, "itself"),
                ("flowModels:move?sourceId=page&targetId=one&position=before", null, "itself"),
                ("flowModels:move?sourceId=one&targetId=page&position=before", null, "position"),
                ("flowModels:move?sourceId=one&targetId=h&position=after", null, "already exists"),
                ("flowModels:move?sourceId=one&targetId=none&position=after", null, "none"),
                ("flowModels:move?sourceId=one&targetId=two", null, "position"),
                ("flowModels:duplicate?uid=none", null, "none"),
                ("flowModels:destroy", null, "filterByTk"),
                (
                    "flowModels:attach?uid=one&parentId=page&subKey=tabs&subType=array&position="
                        + Uri.EscapeDataString("""{"type":"after","target":"none"}"""),
                    null,
                    "none"
                ),
            }
        )
        {
            await pages.RefusesAsync(path, body, named);
        }

        Assert.Equal(before, (await pages.FindAsync("uid=page")).ToString());
        Assert.Equal(204, await pages.StatusAsync("flowModels:findOne?uid=x"));
        Assert.Equal(400, await pages.StatusAsync("flowModels:findOne"));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Trees_are_limited_in_size_and_depth(Backend backend)
    {
        await using var pages = await Pages.OpenAsync(backend, """{ "uid": "l0" }""");
        for (var level = 1; level <= 100; level += 10)
        {
            await pages.SaveAsync(Chain(level, 10));
        }

        await pages.RefusesAsync("flowModels:save", Chain(101, 1), "100");
        await pages.SaveAsync("""{ "uid": "other", "subModels": { "a": { "uid": "below" } } }""");
        await pages.RefusesAsync("flowModels:attach?uid=other&parentId=l99&subKey=b&subType=array", null, "100");
        await pages.DoAsync("flowModels:attach?uid=other&parentId=l98&subKey=b&subType=array");
        Assert.Equal(2, Depth(await pages.FindAsync("uid=l98")));
        await pages.RefusesAsync("flowModels:save", Wide(2_000), "2000");
        await pages.SaveAsync(Wide(1_999));
        await pages.RefusesAsync(
            "flowModels:save",
            $$"""{ "uid": "big", "text": "{{new string('a', 1_000_001)}}" }""",
            "1000000"
        );

        await pages.DoAsync("flowModels:destroy?filterByTk=l0");
        Assert.Equal(204, await pages.StatusAsync("flowModels:findOne?uid=l100"));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Reading_is_for_everybody_and_changing_for_designers(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("flowModels:save", new { uid = "page", use = "P" });
        var clerk = await office.HireAsync("clerk", ["create", "view", "update", "destroy"]);
        var designer = await office.HireAsync("designer", [], ["ui.flowModels"]);
        await office.RuleAsync(
            "clerk",
            "flowModels",
            ("create", [], null),
            ("update", [], null),
            ("destroy", [], null)
        );
        foreach (
            var path in new[]
            {
                "flowModels:save",
                "flowModels:create",
                "flowModels:update?filterByTk=page",
                "flowModels:duplicate?uid=page",
                "flowModels:attach?uid=page&parentId=x&subKey=a&subType=array",
                "flowModels:move?sourceId=page&targetId=page&position=after",
                "flowModels:destroy?filterByTk=page",
                "flowModelTemplates:create",
            }
        )
        {
            Assert.Equal(403, await office.StatusAsync(clerk, "POST", path, new { uid = "mine", name = "x" }));
        }

        Assert.Equal(200, await office.StatusAsync(clerk, "GET", "flowModels:findOne?uid=page"));
        Assert.Equal(401, (await office.App.SendAsync("GET", "flowModels:findOne?uid=page")).Status);
        Assert.Equal(200, await office.StatusAsync(designer, "POST", "flowModels:save", new { uid = "mine" }));
        Assert.Equal(404, await office.StatusAsync(office.Root, "POST", "flowSql:run", new { sql = "SELECT 1" }));
        Assert.Equal(404, await office.StatusAsync(office.Root, "GET", "flowSql:list"));
        Assert.Equal(404, await office.StatusAsync(office.Root, "GET", "flowModelTreePath:list"));
    }

    private static string Chain(int first, int count)
    {
        var json = new StringBuilder();
        for (var level = first; level < first + count; level++)
        {
            json.Append($"{{\"uid\":\"l{level}\"");
            json.Append(level == first ? $",\"parentId\":\"l{first - 1}\",\"subKey\":\"a\",\"subType\":\"array\"" : "");
            json.Append(level == first + count - 1 ? "" : ",\"subModels\":{\"a\":");
        }

        return json.Append('}').Insert(json.Length, string.Concat(Enumerable.Repeat("}}", count - 1))).ToString();
    }

    private static string Wide(int count) =>
        $$"""{ "uid": "wide{{count}}", "subModels": { "a": [{{string.Join(',', Enumerable.Repeat("{}", count))}}] } }""";

    private static int Depth(System.Text.Json.JsonElement node) =>
        node.TryGetProperty("subModels", out var slots)
            ? 1
                + slots
                    .EnumerateObject()
                    .SelectMany(s =>
                        s.Value.ValueKind == System.Text.Json.JsonValueKind.Array
                            ? [.. s.Value.EnumerateArray()]
                            : new[] { s.Value }
                    )
                    .Max(Depth)
            : 0;
}
