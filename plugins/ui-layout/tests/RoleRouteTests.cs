namespace Pergola.Plugins.UiLayout.Tests;

/// <summary>Which role sees which entry of the menu.</summary>
[Trait("ASVS", "V4")]
public sealed class RoleRouteTests
{
    private static readonly string[] None = ["!ui.*", "!pm", "!pm.*"];

    [Theory]
    [OnEveryDatabase]
    public async Task An_entry_is_seen_with_all_that_is_above_it_from_the_next_request_on(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var office = menu.Office;
        var clerk = await office.HireAsync("clerk", []);
        Assert.Equal("", await menu.SeenAsync(clerk));
        await office.DoAsync("roles/clerk/desktopRoutes:add", new[] { menu.Page });
        Assert.Equal("", await menu.SeenAsync(clerk));
        Assert.Equal(
            204,
            await office.StatusAsync(clerk, "GET", "desktopRoutes:getAccessible?filter[schemaUid]=orders")
        );
        await office.DoAsync("roles/clerk/desktopRoutes:add", new[] { menu.Group });
        Assert.Equal("Sales (Orders (tabs))", await menu.SeenAsync(clerk));
        Assert.Equal(
            menu.Page,
            Menu.IdOf(await office.GetAsync(clerk, "desktopRoutes:getAccessible?filter[schemaUid]=orders"))
        );
        Assert.Equal(
            204,
            await office.StatusAsync(clerk, "GET", $"desktopRoutes:getAccessible?filterByTk={menu.Other}")
        );

        // Elsewhere it is seen by those who see that place.
        var hidden = await menu.AddAsync(new { type = "group", title = "Hidden" });
        await office.DoAsync($"desktopRoutes:update?filterByTk={menu.Page}", new { parentId = hidden });
        Assert.Equal("Sales", await menu.SeenAsync(clerk));
        await office.DoAsync($"desktopRoutes:update?filterByTk={menu.Page}", new { parentId = (long?)null });
        Assert.Equal("Sales, Orders (tabs)", await menu.SeenAsync(clerk));
        await office.DoAsync($"desktopRoutes:destroy?filterByTk={menu.Group}");
        Assert.Equal("Orders (tabs)", await menu.SeenAsync(clerk));
        await office.DoAsync("roles:destroy?filterByTk=clerk");
        await office.DoAsync("roles:create", new { name = "clerk", title = "again" });
        Assert.Empty(await menu.LinkedAsync("clerk"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task The_content_of_a_page_goes_with_it(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var office = menu.Office;
        await office.DoAsync("roles:create", new { name = "clerk", title = "clerk" });
        await office.DoAsync("roles/clerk/desktopRoutes:add", new[] { menu.Page });
        Assert.Equal([menu.Page, menu.Tab], await menu.LinkedAsync("clerk"));
        await office.DoAsync("roles/clerk/desktopRoutes:add", new[] { menu.Page, menu.Group });
        await office.DoAsync("roles/clerk/desktopRoutes:remove", new[] { menu.Page });
        Assert.Equal([menu.Group], await menu.LinkedAsync("clerk"));
        await office.DoAsync("roles/clerk/desktopRoutes:set", new[] { menu.Group });
        Assert.Equal([menu.Group, menu.Page, menu.Tab, menu.Other], await menu.LinkedAsync("clerk"));
        await office.DoAsync("roles/clerk/desktopRoutes:set", new[] { menu.Link });
        Assert.Equal([menu.Link], await menu.LinkedAsync("clerk"));
        await office.DoAsync("roles/clerk/desktopRoutes:set", Array.Empty<long>());
        Assert.Empty(await menu.LinkedAsync("clerk"));

        // A tab that is made later is part of the page for whoever sees the page.
        await office.DoAsync("roles/clerk/desktopRoutes:add", new[] { menu.Page });
        var later = await menu.AddAsync(
            new
            {
                type = "tabs",
                parentId = menu.Page,
                hidden = true,
            }
        );
        var shown = await menu.AddAsync(new { type = "tabs", parentId = menu.Page });
        Assert.Equal([menu.Page, menu.Tab, later], await menu.LinkedAsync("clerk"));
        Assert.DoesNotContain(shown, await menu.LinkedAsync("clerk"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task New_entries_are_seen_by_the_roles_that_ask_for_it(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var office = menu.Office;
        var curious = await office.HireAsync("curious", []);
        var other = await office.HireAsync("other", []);
        await office.DoAsync("roles:update?filterByTk=curious", new { allowNewMenu = true });
        await menu.AddAsync(
            new
            {
                type = "group",
                title = "New",
                children = new[] { new { type = "flowPage", title = "Page" } },
            }
        );
        Assert.Equal("New (Page)", await menu.SeenAsync(curious));
        Assert.Equal("", await menu.SeenAsync(other));
        Assert.Equal(7, (await menu.LinkedAsync("member")).Count);

        await office.DoAsync("roles:update?filterByTk=curious", new { allowNewMobileMenu = true });
        await office.DoAsync("mobileRoutes:create", new { type = "page", title = "Phone" });
        Assert.Equal("Phone", await menu.SeenAsync(curious, "mobileRoutes"));
        Assert.Equal("", await menu.SeenAsync(other, "mobileRoutes"));
        Assert.Equal("Phone", await menu.SeenAsync(menu.Root, "mobileRoutes"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Several_roles_see_together_what_each_of_them_sees_and_no_more(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var office = menu.Office;
        var clerk = await office.HireAsync("clerk", []);
        await office.DoAsync("roles:create", new { name = "second", title = "second" });
        await office.DoAsync("users/2/roles:add", new[] { "second" });
        await office.DoAsync("roles/clerk/desktopRoutes:add", new[] { menu.Group });
        await office.DoAsync("roles/second/desktopRoutes:add", new[] { menu.Page, menu.Link });
        await office.DoAsync("roles:setSystemRoleMode", new { roleMode = "only-use-union" });
        Assert.Equal("Sales (Orders (tabs)), Docs", await menu.SeenAsync(clerk));
        await office.DoAsync("roles:setSystemRoleMode", new { roleMode = "default" });
        Assert.Equal(
            "Docs",
            (await office.App.SendAsync("GET", "desktopRoutes:listAccessible", null, clerk, ("X-Role", "second")))
                .Body.GetProperty("data")[0]
                .GetProperty("title")
                .GetString()
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Arranging_the_menu_and_saying_who_sees_it_are_two_rights(Backend backend)
    {
        await using var menu = await Menu.OpenAsync(backend);
        var office = menu.Office;
        var nobody = await office.HireAsync("nobody", ["create", "view", "update", "destroy"], None);
        var designer = await office.HireAsync("designer", ["view"], ["ui.desktopRoutes"]);
        var rights = await office.HireAsync("rights", ["view"], ["pm.routes"]);
        var roles = await office.HireAsync("roles", ["view"], ["pm.acl.roles"]);
        foreach (var (path, body, allowed) in Attempts(menu))
        {
            foreach (
                var (name, who) in new[]
                {
                    ("nobody", nobody),
                    ("designer", designer),
                    ("rights", rights),
                    ("roles", roles),
                }
            )
            {
                var status = await office.StatusAsync(who, body is null ? "GET" : "POST", path, body);
                Assert.True(
                    (allowed.Contains(name, StringComparison.Ordinal) ? 200 : 403) == status
                        || (status is 404 && allowed.Length == 0),
                    $"{name} {path}: {status}"
                );
            }
        }

        Assert.Empty(await menu.LinkedAsync("nobody"));
        Assert.Empty(await menu.LinkedAsync("designer"));
        await menu.RefusesAsync(400, "roles/root/desktopRoutes:add", new[] { menu.Page }, "root");
        await menu.RefusesAsync(400, "roles/root/desktopRoutes:set", Array.Empty<long>(), "root", rights);
    }

    private static IEnumerable<(string Path, object? Body, string Allowed)> Attempts(Menu menu)
    {
        yield return ("desktopRoutes:listAccessible", null, "nobody designer rights roles");
        yield return ("desktopRoutes:list", null, "rights");
        yield return ("desktopRoutes:get", null, "rights");
        yield return ("roles/nobody/desktopRoutes:list", null, "rights");
        yield return ("roles/member/desktopRoutes:add", new[] { menu.Page }, "rights");
        yield return ("roles/member/desktopRoutes:remove", new[] { menu.Link }, "rights");
        yield return ("roles/member/desktopRoutes:set", new[] { menu.Page }, "rights");
        yield return ("roles/designer/desktopRoutes:create", new { type = "group" }, "");
        yield return ("desktopRoutes:create", new { type = "group", title = "x" }, "designer");
        yield return ("desktopRoutes:create", new { type = "group", roles = new[] { "designer" } }, "");
        yield return (
            "desktopRoutes:create",
            new { type = "group", children = new[] { new { type = "group", roles = new[] { "designer" } } } },
            ""
        );
        yield return ($"desktopRoutes:update?filterByTk={menu.Page}", new { title = "Orders" }, "designer");
        yield return ($"desktopRoutes:update?filterByTk={menu.Page}", new { roles = new[] { "designer" } }, "");
        yield return ($"desktopRoutes:update?filterByTk={menu.Page}", new { roles = Array.Empty<string>() }, "");
        yield return ($"desktopRoutes/{menu.Page}/roles:add", new[] { "designer" }, "");
        yield return ($"desktopRoutes/{menu.Page}/children:create", new { type = "tabs" }, "");
        yield return ("desktopRoutes:firstOrCreate?filterKeys[]=title", new { type = "group", title = "y" }, "");
        yield return ("rolesDesktopRoutes:create", new { roleName = "nobody", desktopRouteId = menu.Page }, "");
        yield return ("roles:update?filterByTk=member", new { desktopRoutes = new[] { menu.Other } }, "");
        yield return (
            "uiLayouts:create",
            new
            {
                uid = "x",
                routeName = "x",
                routePath = "/x",
            },
            ""
        );
        yield return ($"desktopRoutes:destroy?filterByTk={menu.Other}", new { }, "designer");
    }
}
