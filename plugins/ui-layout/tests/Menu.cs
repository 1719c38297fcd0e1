using System.Text.Json;
using Pergola.Plugins.Acl.Tests;

namespace Pergola.Plugins.UiLayout.Tests;

/// <summary>An office with a menu: a group with two pages, and a link beside it.</summary>
internal sealed class Menu(Office office) : IAsyncDisposable
{
    public Office Office { get; } = office;

    public (string, string) Root => Office.Root;

    public long Group { get; private set; }

    public long Page { get; private set; }

    public long Tab { get; private set; }

    public long Other { get; private set; }

    public long Link { get; private set; }

    public static async Task<Menu> OpenAsync(Backend backend)
    {
        var menu = new Menu(await Office.OpenAsync(backend));
        menu.Group = await menu.AddAsync(new { type = "group", title = "Sales" });
        var page = await menu.Office.DoAsync(
            "desktopRoutes:create",
            new
            {
                type = "flowPage",
                title = "Orders",
                schemaUid = "orders",
                parentId = menu.Group,
                enableTabs = false,
                children = new[]
                {
                    new
                    {
                        type = "tabs",
                        schemaUid = "orders_tab",
                        hidden = true,
                    },
                },
            }
        );
        menu.Page = IdOf(page);
        menu.Tab = IdOf(page.GetProperty("children")[0]);
        menu.Other = await menu.AddAsync(
            new
            {
                type = "flowPage",
                title = "Clients",
                parentId = menu.Group,
            }
        );
        menu.Link = await menu.AddAsync(
            new
            {
                type = "link",
                title = "Docs",
                options = new { href = "https://example.com/docs", openInNewWindow = true },
            }
        );
        return menu;
    }

    public async Task<long> AddAsync(object route, (string, string)? who = null) =>
        IdOf(await Office.DoAsync("desktopRoutes:create", route, who));

    /// <summary>Titles of what somebody sees, each below what it is in.</summary>
    public async Task<string> SeenAsync((string, string) who, string menu = "desktopRoutes") =>
        Outline(await Office.GetAsync(who, $"{menu}:listAccessible?tree=true&sort=sort"));

    /// <summary>The entries a role is linked to.</summary>
    public async Task<IReadOnlyList<long>> LinkedAsync(string role) =>
        [
            .. (await Office.GetAsync(Root, $"roles/{role}/desktopRoutes:list?paginate=false"))
                .EnumerateArray()
                .Select(IdOf)
                .Order(),
        ];

    public async Task RefusesAsync(int status, string path, object? body, string named, (string, string)? who = null)
    {
        var (answered, answer) = await Office.App.SendAsync("POST", path, body, who ?? Root);
        Assert.True(status == answered, $"{path}: {answered} {answer}");
        Assert.Contains(named, answer.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    public static long IdOf(JsonElement route) => route.GetProperty("id").GetInt64();

    public ValueTask DisposeAsync() => Office.DisposeAsync();

    private static string Outline(JsonElement routes) =>
        string.Join(
            ", ",
            routes
                .EnumerateArray()
                .Select(r =>
                    (r.GetProperty("title").GetString() ?? r.GetProperty("type").GetString())
                    + (
                        r.TryGetProperty("children", out var below) && below.GetArrayLength() > 0
                            ? $" ({Outline(below)})"
                            : ""
                    )
                )
        );
}
