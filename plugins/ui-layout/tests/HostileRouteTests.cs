namespace Pergola.Plugins.UiLayout.Tests;

/// <summary>Entries of the menu that would lead somebody astray, or break it.</summary>
[Trait("ASVS", "V5")]
public sealed class HostileRouteTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Links_lead_to_sites_mailboxes_and_places_in_the_app(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        foreach (
            var address in new object[]
            {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "\u0001javascript:alert(1)",
                "data:text/html,<script>",
                "vbscript:x",
                "file:///etc/passwd",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "\\\\evil.example",
                "https:evil.example",
                "evil.example",
                new string('/', 1) + new string('a', 3_000),
                7,
                new[] { "https://example.com" },
            }
        )
        {
            await menu.RefusesAsync(
                400,
                "desktopRoutes:create",
                new { type = "link", options = new { href = address } },
                "options.href"
            );
            await menu.RefusesAsync(
                400,
                $"desktopRoutes:update?filterByTk={menu.Link}",
                new { options = new { href = address } },
                "options.href"
            );
        }

        foreach (
            var address in new[]
            {
                "https://example.com/?a={{ ctx.user.id }}",
                "http://intranet:8080",
                "mailto:help@example.com",
                "/admin/orders?x=1#y",
                "",
            }
        )
        {
            await menu.AddAsync(new { type = "link", options = new { href = address } });
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Impossible_entries_are_refused_and_change_nothing(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var before = (await menu.Office.GetAsync(menu.Root, "desktopRoutes:list?paginate=false")).ToString();
        foreach (
            var (path, body, named) in new (string, object, string)[]
            {
                ("desktopRoutes:create", new { title = "no type" }, "type"),
                ("desktopRoutes:create", new { type = "script" }, "type"),
                ("desktopRoutes:create", new { type = 7 }, "type"),
                ("desktopRoutes:create", new { type = "group", parentId = 7 }, "parentId"),
                ("desktopRoutes:create", new { type = "group", parentId = menu.Page }, "parentId"),
                ("desktopRoutes:create", new { type = "group", parentId = menu.Link }, "parentId"),
                ("desktopRoutes:create", new { type = "tabs" }, "parentId"),
                ("desktopRoutes:create", new { type = "tabs", parentId = menu.Group }, "parentId"),
                ("desktopRoutes:create", new { type = "link", options = "x" }, "options"),
                ("desktopRoutes:create", new { type = "flowPage", schemaUid = "a/b" }, "schemaUid"),
                ("desktopRoutes:create", new { type = "flowPage", schemaUid = "a b" }, "schemaUid"),
                ("desktopRoutes:create", new { type = "flowPage", schemaUid = new string('a', 300) }, "schemaUid"),
                ("desktopRoutes:create", new { type = "group", title = new string('a', 300) }, "title"),
                ("desktopRoutes:create", new { type = "group", uiLayouts = "x" }, "uiLayouts"),
                ("desktopRoutes:create", new { type = "group", children = "x" }, "children"),
                ("desktopRoutes:create", new { type = "group", children = new[] { menu.Page } }, "children"),
                (
                    "desktopRoutes:create",
                    new { type = "group", children = new[] { new { id = menu.Page } } },
                    "children"
                ),
                ("desktopRoutes:create", new { type = "group", parent = new { id = menu.Page } }, "parent"),
                ($"desktopRoutes:update?filterByTk={menu.Link}", new { children = new[] { menu.Page } }, "children"),
                ($"desktopRoutes:update?filterByTk={menu.Group}", new { parentId = menu.Group }, "parent"),
                ($"desktopRoutes:update?filterByTk={menu.Page}", new { parentId = menu.Other }, "parentId"),
                ($"desktopRoutes:update?filterByTk={menu.Page}", new { type = (string?)null }, "type"),
                ($"desktopRoutes:move?sourceId={menu.Group}&targetId={menu.Tab}", new { }, "parent"),
                ($"desktopRoutes:move?sourceId={menu.Group}&targetId=7", new { }, "does not exist"),
                ("roles/member/desktopRoutes:add", new[] { menu.Page, 7, 8 }, "7, 8"),
                ("roles/member/desktopRoutes:set", new[] { 7 }, "7"),
                ("roles/member/desktopRoutes:remove", new[] { 7 }, "7"),
                ("roles/member/desktopRoutes:add", new[] { "x" }, "id"),
                ("roles/member/desktopRoutes:add", new[] { new { id = 1 } }, "id"),
                ("roles/member/desktopRoutes:add", Array.Empty<long>(), "desktopRoutes"),
            }
        )
        {
            await menu.RefusesAsync(400, path, body, named);
        }

        await menu.RefusesAsync(404, "roles/nobody/desktopRoutes:add", new[] { menu.Page }, "roles");
        Assert.Equal(before, (await menu.Office.GetAsync(menu.Root, "desktopRoutes:list?paginate=false")).ToString());
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_menu_has_a_limited_depth_and_no_circles(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var deepest = menu.Group;
        var below = await menu.AddAsync(new { type = "group", parentId = menu.Group });
        await menu.RefusesAsync(
            400,
            $"desktopRoutes:update?filterByTk={menu.Group}",
            new { parentId = below },
            "parent"
        );
        for (var level = 2; level <= 20; level++)
        {
            deepest = await menu.AddAsync(new { type = "group", parentId = deepest });
        }

        await menu.RefusesAsync(400, "desktopRoutes:create", new { type = "group", parentId = deepest }, "20");
        var above = await menu.AddAsync(new { type = "group" });
        await menu.RefusesAsync(400, $"desktopRoutes:update?filterByTk={menu.Group}", new { parentId = above }, "20");
        await menu.RefusesAsync(
            400,
            $"desktopRoutes:move?sourceId={menu.Group}&targetScope[parentId]={above}",
            null,
            "20"
        );
        Assert.Equal(1, (await menu.Office.DoAsync($"desktopRoutes:destroy?filterByTk={menu.Group}")).GetInt32());
        Assert.Equal(2, (await menu.Office.GetAsync(menu.Root, "desktopRoutes:list?paginate=false")).GetArrayLength());
    }
}
