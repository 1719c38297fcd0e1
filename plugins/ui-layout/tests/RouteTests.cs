using System.Text.Json;
using Pergola.PluginTests.Recordings;

namespace Pergola.Plugins.UiLayout.Tests;

/// <summary>Entries of the menu, and what comes and goes with them.</summary>
public sealed class RouteTests
{
    [Theory]
    [OnEveryDatabase]
    public Task Recorded_menus_are_answered_alike(Backend backend) =>
        RecordedScenario.ReplayAsync(backend, "ui-layout", "routes");

    [Theory]
    [OnEveryDatabase]
    public async Task Pages_come_and_go_with_their_entries(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var office = menu.Office;
        var found = await office.GetAsync(menu.Root, "flowModels:findOne?uid=orders");
        Assert.Equal("RouteModel", found.GetProperty("schema").GetProperty("use").GetString());
        await office.DoAsync(
            "flowModels:save",
            new
            {
                uid = "orders_grid",
                use = "BlockGridModel",
                parentId = "orders_tab",
                subKey = "grid",
                subType = "object",
            }
        );
        // A page that is there already keeps its content.
        await office.DoAsync(
            "flowModels:save",
            new
            {
                uid = "kept",
                use = "RouteModel",
                title = "mine",
            }
        );
        var kept = await menu.AddAsync(new { type = "flowPage", schemaUid = "kept" });
        Assert.Equal(
            "mine",
            (await office.GetAsync(menu.Root, "flowModels:findOne?uid=kept")).GetProperty("title").GetString()
        );
        await menu.RefusesAsync(
            400,
            "desktopRoutes:create",
            new { type = "flowPage", schemaUid = "orders_grid" },
            "schemaUid"
        );
        await menu.RefusesAsync(
            400,
            "desktopRoutes:create",
            new { type = "flowPage", schemaUid = "kept" },
            "schemaUid"
        );

        Assert.Equal(1, (await office.DoAsync($"desktopRoutes:destroy?filterByTk={menu.Group}")).GetInt32());
        foreach (var uid in new[] { "orders", "orders_tab", "orders_grid" })
        {
            Assert.Equal(204, await office.StatusAsync(menu.Root, "GET", $"flowModels:findOne?uid={uid}"));
        }

        Assert.Equal("flowPage", await TypesAsync(menu, kept));
        Assert.Equal(2, (await office.GetAsync(menu.Root, "desktopRoutes:list")).EnumerateArray().Count());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Switching_tabs_shows_and_hides_them(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var second = await menu.AddAsync(
            new
            {
                type = "tabs",
                parentId = menu.Page,
                title = "Second",
            }
        );
        foreach (var isOn in new[] { true, false })
        {
            await menu.Office.DoAsync($"desktopRoutes:update?filterByTk={menu.Page}", new { enableTabs = isOn });
            foreach (var tab in new[] { menu.Tab, second })
            {
                var route = await menu.Office.GetAsync(menu.Root, $"desktopRoutes:get?filterByTk={tab}");
                Assert.Equal(!isOn, route.GetProperty("hidden").GetBoolean());
            }
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Tabs_are_written_by_their_uid_and_are_in_the_layout_of_their_page(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var office = menu.Office;
        for (var time = 1; time <= 2; time++)
        {
            await office.DoAsync(
                "desktopRoutes:updateOrCreate?filterKeys[]=schemaUid",
                new
                {
                    parentId = menu.Page,
                    type = "tabs",
                    schemaUid = "orders_more",
                    title = $"Time {time}",
                }
            );
        }

        Assert.Equal("Sales (Orders (tabs, Time 2), Clients), Docs", await menu.SeenAsync(menu.Root));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_layout_shows_its_own_entries(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var office = menu.Office;
        await office.DoAsync(
            "desktopRoutes:create?layout=mobile-layout-model",
            new
            {
                type = "group",
                title = "Phone",
                children = new[] { new { type = "flowPage", title = "Below" } },
            }
        );
        Assert.DoesNotContain("Phone", await menu.SeenAsync(menu.Root), StringComparison.Ordinal);
        var phone = await office.GetAsync(
            menu.Root,
            "desktopRoutes:listAccessible?tree=true&layout=mobile-layout-model"
        );
        Assert.Equal("Below", phone[0].GetProperty("children")[0].GetProperty("title").GetString());
        Assert.Equal("0", phone[0].GetProperty("__index").GetString());
        Assert.Equal("0.children.0", phone[0].GetProperty("children")[0].GetProperty("__index").GetString());
        Assert.Equal(
            0,
            (await office.GetAsync(menu.Root, "desktopRoutes:listAccessible?layout=none")).GetArrayLength()
        );
        await menu.RefusesAsync(400, "desktopRoutes:create?layout=none", new { type = "group" }, "layout");

        await office.DoAsync("uiLayouts:update?filterByTk=mobile-layout-model", new { enabled = false });
        Assert.Equal(
            0,
            (
                await office.GetAsync(menu.Root, "desktopRoutes:listAccessible?layout=mobile-layout-model")
            ).GetArrayLength()
        );
        await menu.RefusesAsync(
            400,
            "desktopRoutes:create?layout=mobile-layout-model",
            new { type = "group" },
            "layout"
        );
        var (status, enabled) = await office.App.SendAsync("GET", "uiLayouts:listEnabled");
        Assert.Equal(200, status);
        var only = Assert.Single(enabled.GetProperty("data").EnumerateArray().ToList());
        Assert.Equal("admin-layout-model", only.GetProperty("uid").GetString());
        Assert.Equal(401, (await office.App.SendAsync("GET", "uiLayouts:listAccessible")).Status);
        foreach (var action in new[] { "update", "destroy" })
        {
            await menu.RefusesAsync(
                400,
                $"uiLayouts:{action}?filterByTk=admin-layout-model",
                new { enabled = false },
                "default layout"
            );
        }

        await menu.RefusesAsync(400, "uiLayouts:update?filterByTk=mobile-layout-model", new { uid = "other" }, "uid");
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Entries_move_among_and_between_groups(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var office = menu.Office;
        await office.DoAsync($"desktopRoutes:move?sourceId={menu.Other}&targetId={menu.Page}&sortField=sort");
        Assert.Equal("Sales (Clients, Orders (tabs)), Docs", await menu.SeenAsync(menu.Root));
        await office.DoAsync($"desktopRoutes:move?sourceId={menu.Link}&targetScope[parentId]={menu.Group}");
        Assert.Equal("Sales (Clients, Orders (tabs), Docs)", await menu.SeenAsync(menu.Root));
        await office.DoAsync($"desktopRoutes:update?filterByTk={menu.Other}", new { parentId = (long?)null });
        Assert.StartsWith("Sales (Orders (tabs), Docs)", await menu.SeenAsync(menu.Root), StringComparison.Ordinal);
        var list = await office.GetAsync(menu.Root, "desktopRoutes:list?tree=true&sort=sort");
        Assert.Equal(2, list[0].GetProperty("children").GetArrayLength());
    }

    private static async Task<string?> TypesAsync(Menu menu, long id) =>
        (await menu.Office.GetAsync(menu.Root, $"desktopRoutes:get?filterByTk={id}"))
            is { ValueKind: JsonValueKind.Object } route
            ? route.GetProperty("type").GetString()
            : null;
}
