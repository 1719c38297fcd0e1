using System.Text.Json;
using Pergola.PluginTests.Recordings;

namespace Pergola.Plugins.FlowEngine.Tests;

/// <summary>Parts of pages: stored as they were sent, and served where they are.</summary>
public sealed class FlowModelTests
{
    private const string Page = """
        {
          "uid": "page", "use": "PageModel", "custom": { "kept": [1, { "deep": true }] },
          "subModels": {
            "tabs": [
              { "uid": "one", "use": "TabModel", "stepParams": { "s": { "target": "two" } },
                "subModels": { "grid": { "uid": "grid", "use": "GridModel", "async": true,
                  "filterManager": [{ "filterId": "two", "targetId": "elsewhere" }] } } },
              { "uid": "two", "use": "TabModel" }
            ]
          }
        }
        """;

    [Theory]
    [OnEveryDatabase]
    public Task Recorded_models_are_answered_alike(Backend backend) =>
        RecordedScenario.ReplayAsync(backend, "flow-engine", "flow-models");

    [Theory]
    [OnEveryDatabase]
    public async Task Parts_that_are_loaded_later_are_left_out_until_asked_for(Backend backend)
    {
        await using var pages = await Pages.OpenAsync(backend, Page);
        Assert.Equal("one, two", await pages.OutlineAsync("uid=page", "tabs"));
        var whole = await pages.FindAsync("uid=page&includeAsyncNode=true");
        var grid = whole.GetProperty("subModels").GetProperty("tabs")[0].GetProperty("subModels").GetProperty("grid");
        Assert.Equal("grid", grid.GetProperty("uid").GetString());
        Assert.True(grid.GetProperty("async").GetBoolean());
        Assert.True(whole.GetProperty("custom").GetProperty("kept")[1].GetProperty("deep").GetBoolean());
        Assert.Equal("grid", (await pages.FindAsync("parentId=one&subKey=grid")).GetProperty("uid").GetString());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_save_changes_what_it_names_and_moves_and_deletes_nothing(Backend backend)
    {
        await using var pages = await Pages.OpenAsync(backend, Page);
        await pages.SaveAsync(
            """
            { "uid": "page", "title": "New", "parentId": "two", "subKey": "other", "subType": "object", "sortIndex": 7,
              "subModels": { "tabs": [{ "uid": "three", "use": "TabModel" }, { "uid": "two", "stepParams": { "a": 1 } }] } }
            """
        );
        var page = await pages.FindAsync("uid=page");
        Assert.Equal("PageModel", page.GetProperty("use").GetString());
        Assert.Equal("New", page.GetProperty("title").GetString());
        Assert.False(page.TryGetProperty("parentId", out _));
        Assert.False(page.TryGetProperty("sortIndex", out _));
        Assert.Equal("one, two, three", await pages.OutlineAsync("uid=page", "tabs"));
        Assert.Equal(
            1,
            page.GetProperty("subModels").GetProperty("tabs")[1].GetProperty("stepParams").GetProperty("a").GetInt32()
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_copy_speaks_of_its_own_parts(Backend backend)
    {
        await using var pages = await Pages.OpenAsync(backend, Page);
        var copy = await pages.DoAsync("flowModels:duplicate?uid=page");
        var root = copy.GetProperty("uid").GetString();
        Assert.False(copy.TryGetProperty("parentId", out _));
        var whole = await pages.FindAsync($"uid={root}&includeAsyncNode=true");
        var tabs = whole.GetProperty("subModels").GetProperty("tabs");
        var second = tabs[1].GetProperty("uid").GetString();
        Assert.NotEqual("two", second);
        Assert.Equal(second, tabs[0].GetProperty("stepParams").GetProperty("s").GetProperty("target").GetString());
        var filters = tabs[0].GetProperty("subModels").GetProperty("grid").GetProperty("filterManager")[0];
        Assert.Equal(second, filters.GetProperty("filterId").GetString());
        Assert.Equal("elsewhere", filters.GetProperty("targetId").GetString());
        await pages.DoAsync($"flowModels:destroy?filterByTk={root}");
        Assert.Equal("one, two", await pages.OutlineAsync("uid=page", "tabs"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Parts_are_put_first_last_beside_others_and_elsewhere(Backend backend)
    {
        await using var pages = await Pages.OpenAsync(backend, Page);
        await pages.SaveAsync("""{ "uid": "loose", "use": "TabModel", "subModels": { "grid": { "uid": "inner" } } }""");
        const string attach = "flowModels:attach?uid=loose&parentId=page&subKey=tabs&subType=array&position=";
        await pages.DoAsync(attach + "last");
        Assert.Equal("one, two, loose", await pages.OutlineAsync("uid=page", "tabs"));
        await pages.DoAsync(attach + "first");
        Assert.Equal("loose, one, two", await pages.OutlineAsync("uid=page", "tabs"));
        await pages.DoAsync(attach + Uri.EscapeDataString("""{"type":"after","target":"one"}"""));
        Assert.Equal("one, loose, two", await pages.OutlineAsync("uid=page", "tabs"));
        await pages.DoAsync("flowModels:move?sourceId=two&targetId=one&position=before");
        Assert.Equal("two, one, loose", await pages.OutlineAsync("uid=page", "tabs"));
        Assert.Equal("inner", (await pages.FindAsync("parentId=loose&subKey=grid")).GetProperty("uid").GetString());

        // Below another parent it takes its place, with all below it.
        await pages.SaveAsync("""{ "uid": "page2", "subModels": { "items": [{ "uid": "a" }, { "uid": "b" }] } }""");
        await pages.DoAsync("flowModels:move?sourceId=loose&targetId=a&position=after");
        Assert.Equal("a, loose, b", await pages.OutlineAsync("uid=page2", "items"));
        Assert.Equal("two, one", await pages.OutlineAsync("uid=page", "tabs"));
        await pages.DoAsync("flowModels:destroy?filterByTk=page2");
        Assert.Equal(204, await pages.StatusAsync("flowModels:findOne?uid=inner"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Parts_are_records_too(Backend backend)
    {
        await using var pages = await Pages.OpenAsync(backend, Page);
        var created = await pages.DoAsync("flowModels:create", """{ "uid": "new", "use": "X", "a": 1 }""");
        Assert.Equal(1, created.GetProperty("a").GetInt32());
        var updated = await pages.DoAsync("flowModels:update?filterByTk=new", """{ "b": 2 }""");
        Assert.Equal((1, 2), (updated[0].GetProperty("a").GetInt32(), updated[0].GetProperty("b").GetInt32()));
        var got = await pages.GetAsync("flowModels:get?filterByTk=new");
        Assert.Equal("X", got.GetProperty("use").GetString());
        Assert.Equal(JsonValueKind.Null, (await pages.GetAsync("flowModels:get?filterByTk=none")).ValueKind);
        var list = await pages.GetAsync("flowModels:list?filter[uid.$in][]=one&filter[uid.$in][]=two&sort=uid");
        Assert.Equal(["one", "two"], list.EnumerateArray().Select(m => m.GetProperty("uid").GetString()));
    }
}
