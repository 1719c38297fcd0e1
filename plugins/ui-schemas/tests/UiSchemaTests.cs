using System.Text.Json;
using Pergola.Plugins.Acl.Tests;
using Pergola.PluginTests.Recordings;

namespace Pergola.Plugins.UiSchemas.Tests;

/// <summary>Pages of the first kind as trees of JSON Schema.</summary>
public sealed class UiSchemaTests
{
    private const string Tree = """
        {
          "x-uid": "root", "name": "root", "type": "void",
          "properties": {
            "b": { "x-uid": "b", "type": "string", "x-index": 2 },
            "a": { "x-uid": "a", "type": "void", "x-index": 1,
              "properties": { "in": { "x-uid": "in", "type": "string", "title": "T" } } }
          },
          "items": [{ "x-uid": "i1", "type": "string" }, { "x-uid": "i2", "type": "number" }],
          "additionalProperties": false
        }
        """;

    [Theory]
    [OnEveryDatabase]
    public Task Recorded_schemas_are_answered_alike(Backend backend) =>
        RecordedScenario.ReplayAsync(backend, "ui-schemas", "ui-schemas");

    [Theory]
    [OnEveryDatabase]
    public async Task Nodes_are_placed_beside_and_in_others(Backend backend)
    {
        await using var office = await OpenAsync(backend);
        Assert.Equal("a b", await NamesAsync(office));
        await PlaceAsync("beforeBegin/b", """{ "x-uid": "c", "name": "c" }""");
        Assert.Equal("a c b", await NamesAsync(office));
        await PlaceAsync("afterEnd/b", """{ "schema": { "x-uid": "d", "name": "d" } }""");
        await PlaceAsync("afterBegin/root", """{ "x-uid": "e", "name": "e" }""");
        Assert.Equal("e a c b d", await NamesAsync(office));

        // One that is there is moved with all below it; what becomes empty by it goes when asked for.
        await PlaceAsync("beforeEnd/root", """{ "x-uid": "a" }""");
        Assert.Equal("e c b d a", await NamesAsync(office));
        await office.DoAsync(
            "uiSchemas:insertAdjacent/root?position=beforeEnd&removeParentsIfNoChildren=true",
            JsonElement.Parse("""{ "schema": { "x-uid": "in" }, "wrap": { "x-uid": "w", "name": "w" } }""")
        );
        Assert.Equal("e c b d w", await NamesAsync(office));
        var wrapped = await office.GetAsync(office.Root, "uiSchemas:getJsonSchema/w");
        Assert.Equal("T", wrapped.GetProperty("properties").GetProperty("in").GetProperty("title").GetString());
        await office.DoAsync("uiSchemas:clearAncestor/w");
        Assert.Equal("e c b d", await NamesAsync(office));
        Assert.Equal(204, await office.StatusAsync(office.Root, "GET", "uiSchemas:getParentJsonSchema/w"));
        await office.DoAsync("uiSchemas:remove/w");
        Assert.Empty((await office.GetAsync(office.Root, "uiSchemas:getJsonSchema/in")).EnumerateObject());

        Task PlaceAsync(string where, string body) =>
            office.DoAsync($"uiSchemas:insert{char.ToUpperInvariant(where[0])}{where[1..]}", JsonElement.Parse(body));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Patches_change_what_they_name(Backend backend)
    {
        await using var office = await OpenAsync(backend);
        await office.DoAsync(
            "uiSchemas:batchPatch",
            JsonElement.Parse(
                """
                [{ "x-uid": "root", "title": "R", "properties": { "a": { "title": "A", "properties": { "in": { "x": 1 } } } } },
                 { "x-uid": "b", "type": "number" }]
                """
            )
        );
        var root = await office.GetAsync(office.Root, "uiSchemas:getJsonSchema/root");
        var a = root.GetProperty("properties").GetProperty("a");
        Assert.Equal("R", root.GetProperty("title").GetString());
        Assert.Equal("A", a.GetProperty("title").GetString());
        Assert.Equal("T", a.GetProperty("properties").GetProperty("in").GetProperty("title").GetString());
        Assert.Equal(1, a.GetProperty("properties").GetProperty("in").GetProperty("x").GetInt32());
        Assert.Equal("number", root.GetProperty("properties").GetProperty("b").GetProperty("type").GetString());
        Assert.Equal(2, root.GetProperty("items").GetArrayLength());
        Assert.False(root.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Nonsense_is_refused_and_changes_nothing(Backend backend)
    {
        await using var office = await OpenAsync(backend);
        var before = (await office.GetAsync(office.Root, "uiSchemas:getJsonSchema/root")).ToString();
        foreach (
            var (path, body, named) in new[]
            {
                ("uiSchemas:insert", """{ "x-uid": "root" }""", "taken"),
                ("uiSchemas:insert", """{ "x-uid": 7 }""", "x-uid"),
                ("uiSchemas:insert", """{ "properties": { "a": 7 } }""", "properties"),
                ("uiSchemas:insert", """{ "x-uid": "x", "items": { "x-uid": "x" } }""", "twice"),
                ("uiSchemas:insert", "[]", "object"),
                ("uiSchemas:insertAdjacent/none", """{ "name": "x" }""", "none"),
                ("uiSchemas:insertAdjacent/root?position=beforeBegin", """{ "name": "x" }""", "position"),
                ("uiSchemas:insertAdjacent/root?position=middle", """{ "name": "x" }""", "position"),
                ("uiSchemas:insertAdjacent/root", """{ "name": "a" }""", "taken"),
                ("uiSchemas:insertAdjacent/root", """{ "name": "x", "x-node-type": "y" }""", "x-node-type"),
                ("uiSchemas:insertAdjacent/in", """{ "x-uid": "a" }""", "itself"),
                ("uiSchemas:patch", """{ "title": "x" }""", "x-uid"),
                ("uiSchemas:patch", """{ "x-uid": "none" }""", "none"),
                ("uiSchemas:patch", """{ "x-uid": "root", "properties": { "none": {} } }""", "none"),
                ("uiSchemas:patch", """{ "x-uid": "root", "title": "x", "properties": { "a": 7 } }""", "a"),
                ("uiSchemas:patch", """{ "x-uid": "root", "items": [{}] }""", "items"),
                ("uiSchemas:clearAncestor/none", "{}", "none"),
            }
        )
        {
            var (status, answer) = await office.App.SendAsync("POST", path, JsonElement.Parse(body), office.Root);
            Assert.True(status == 400, $"{path} {body}: {status} {answer}");
            Assert.Contains(named, answer.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(before, (await office.GetAsync(office.Root, "uiSchemas:getJsonSchema/root")).ToString());
        var clerk = await office.HireAsync("clerk", ["create", "view", "update", "destroy"]);
        foreach (var action in new[] { "insert", "patch", "remove/root", "insertAdjacent/root", "clearAncestor/a" })
        {
            Assert.Equal(403, await office.StatusAsync(clerk, "POST", $"uiSchemas:{action}", new { title = "x" }));
        }

        Assert.Equal(200, await office.StatusAsync(clerk, "GET", "uiSchemas:getJsonSchema/root"));
        Assert.Equal(404, await office.StatusAsync(office.Root, "GET", "uiSchemaTreePath:list"));
    }

    private static async Task<Office> OpenAsync(Backend backend)
    {
        var office = await Office.OpenAsync(backend);
        await office.DoAsync("uiSchemas:insert", JsonElement.Parse(Tree));
        return office;
    }

    private static async Task<string> NamesAsync(Office office) =>
        string.Join(
            ' ',
            (await office.GetAsync(office.Root, "uiSchemas:getJsonSchema/root"))
                .GetProperty("properties")
                .EnumerateObject()
                .Select(p => p.Name)
        );
}
