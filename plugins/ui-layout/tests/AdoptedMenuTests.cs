using System.Text.Json;
using Pergola.Testing.Databases;

namespace Pergola.Plugins.UiLayout.Tests;

/// <summary>The menu and pages of a database that a NocoBase made.</summary>
public sealed class AdoptedMenuTests
{
    public static TheoryData<Backend, string> Installations { get; } =
        new()
        {
            { Backend.PostgreSql, "nocobase-2.2.15-shop.sql.gz" },
            { Backend.PostgreSqlUnderscored, "nocobase-2.2.15-shop-underscored.sql.gz" },
        };

    [OnPostgresTheory]
    [MemberData(nameof(Installations))]
    public async Task Its_menu_and_pages_are_read_and_written(Backend backend, string dump)
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(backend, cancelled);
        await DatabaseDump.RestoreAsync(dump, database.ConnectionString!, cancelled);
        await using var app = await AppUnderTest.StartAsync(database);
        var root = await app.SignInAsync();
        var sara = await app.SignInAsync("sara", "Sara!2026");
        foreach (var who in new[] { root, sara })
        {
            var menu = await GetAsync(who, "desktopRoutes:listAccessible?tree=true&sort=sort");
            Assert.Equal(["Products", "Orders"], menu.EnumerateArray().Select(r => r.GetProperty("title").GetString()));
            Assert.Equal("tabs", menu[0].GetProperty("children")[0].GetProperty("type").GetString());
        }

        var grid = await GetAsync(sara, "flowModels:findOne?parentId=shop_products_tab&subKey=grid");
        Assert.Equal("BlockGridModel", grid.GetProperty("use").GetString());
        var table = grid.GetProperty("subModels").GetProperty("items")[0];
        Assert.Equal("TableBlockModel", table.GetProperty("use").GetString());
        Assert.Equal(4, table.GetProperty("subModels").GetProperty("columns").GetArrayLength());
        Assert.Equal(4, table.GetProperty("subModels").GetProperty("actions").GetArrayLength());
        var (_, form) = await app.SendAsync(
            "GET",
            "uiSchemas:getJsonSchema/nocobase-admin-profile-create-form",
            null,
            root
        );
        Assert.Equal(
            "FormV2",
            form.GetProperty("data")
                .GetProperty("properties")
                .GetProperty("form")
                .GetProperty("properties")
                .GetProperty("create")
                .GetProperty("x-component")
                .GetString()
        );

        var (moved, _) = await app.SendAsync(
            "POST",
            "flowModels:move?sourceId=shop_products_col3&targetId=shop_products_col0&position=before",
            null,
            root
        );
        Assert.Equal(200, moved);
        var columns = await GetAsync(root, "flowModels:findOne?uid=shop_products_table");
        Assert.Equal(
            "shop_products_col3",
            columns.GetProperty("subModels").GetProperty("columns")[0].GetProperty("uid").GetString()
        );
        var product = (await GetAsync(root, "desktopRoutes:list?filter[title]=Products"))[0];
        var (destroyed, _) = await app.SendAsync(
            "POST",
            $"desktopRoutes:destroy?filterByTk={product.GetProperty("id")}",
            null,
            root
        );
        Assert.Equal(200, destroyed);
        Assert.Equal(1, (await GetAsync(sara, "desktopRoutes:listAccessible?tree=true")).GetArrayLength());
        Assert.Equal(204, (await app.SendAsync("GET", "flowModels:findOne?uid=shop_products_grid", null, root)).Status);

        async Task<JsonElement> GetAsync((string, string) who, string path)
        {
            var (status, body) = await app.SendAsync("GET", path, null, who);
            Assert.True(status == 200, $"{path}: {status} {body}");
            return body.GetProperty("data");
        }
    }
}
