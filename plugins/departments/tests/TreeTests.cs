using System.Text.Json;

namespace Pergola.Plugins.Departments.Tests;

public sealed class TreeTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Departments_are_a_tree_that_stays_one(Backend backend)
    {
        await using var company = await Company.OpenAsync(backend);
        var office = company.Office;
        var sales = await company.FoundAsync("Sales");
        var north = await company.FoundAsync("North", sales);
        var field = await company.FoundAsync("Field", north);
        var support = await company.FoundAsync("Support");
        Assert.Equal(
            [false, false, true, true],
            [
                await company.IsLeafAsync(sales),
                await company.IsLeafAsync(north),
                await company.IsLeafAsync(field),
                await company.IsLeafAsync(support),
            ]
        );

        await company.RefusesAsync(400, company.Root, "departments:create", new { parentId = sales }, "name");
        await company.RefusesAsync(400, company.Root, "departments:create", new { title = "  " }, "name");
        await company.RefusesAsync(
            400,
            company.Root,
            $"departments:update?filterByTk={sales}",
            new { title = "" },
            "name"
        );
        await company.RefusesAsync(
            400,
            company.Root,
            $"departments:update?filterByTk={sales}",
            new { parentId = sales }
        );
        await company.RefusesAsync(
            400,
            company.Root,
            $"departments:update?filterByTk={sales}",
            new { parentId = field }
        );
        await company.RefusesAsync(
            400,
            company.Root,
            $"departments:update?filterByTk={sales}",
            new { parent = new { id = field } }
        );
        // What would go past the checks of a record is no action.
        await company.RefusesAsync(404, company.Root, $"departments/{field}/children:add", new[] { sales });
        await company.RefusesAsync(404, company.Root, $"departments/{sales}/parent:set", new[] { field });

        var tree = await office.GetAsync(company.Root, "departments:list?tree=true&sort=sort");
        Assert.Equal("""Sales(North(Field())) Support()""", string.Join(' ', tree.EnumerateArray().Select(Describe)));

        await office.DoAsync($"departments:update?filterByTk={field}", new { parentId = support });
        Assert.True(await company.IsLeafAsync(north));
        Assert.False(await company.IsLeafAsync(support));
        await office.DoAsync(
            $"departments:update?filterByTk={support}",
            new { children = new[] { north, field }, isLeaf = true }
        );
        Assert.True(await company.IsLeafAsync(sales));
        Assert.False(await company.IsLeafAsync(support));
        await office.DoAsync($"departments:move?sourceId={support}&targetId={sales}");
        tree = await office.GetAsync(company.Root, "departments:list?tree=true&sort=sort");
        Assert.Equal(["Support", "Sales"], tree.EnumerateArray().Select(d => d.GetProperty("title").GetString()));

        static string Describe(JsonElement department) =>
            department.GetProperty("title").GetString()
            + "("
            + string.Join(
                ' ',
                department.TryGetProperty("children", out var below) ? below.EnumerateArray().Select(Describe) : []
            )
            + ")";
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_department_that_is_used_stays(Backend backend)
    {
        await using var company = await Company.OpenAsync(backend);
        var office = company.Office;
        await office.HireAsync("clerk", ["view"]);
        var clerk = await company.IdOfAsync("u_clerk");
        var sales = await company.FoundAsync("Sales");
        var north = await company.FoundAsync("North", sales, ["clerk"]);
        await company.JoinAsync(north, clerk);
        await company.RefusesAsync(
            400,
            company.Root,
            $"departments:destroy?filterByTk={sales}",
            null,
            "departments below"
        );
        await company.RefusesAsync(400, company.Root, $"departments:destroy?filterByTk={north}", null, "members");
        Assert.Equal(2, (await office.GetAsync(company.Root, "departments:list")).GetArrayLength());

        await company.LeaveAsync(north, clerk);
        await office.DoAsync($"departments:destroy?filterByTk={north}");
        Assert.True(await company.IsLeafAsync(sales));
        await office.DoAsync($"departments:destroy?filterByTk={sales}");
        Assert.Equal(0, (await office.GetAsync(company.Root, "departmentsRoles:list")).GetArrayLength());
        foreach (var table in new[] { "departments", "departmentsUsers", "departmentsRoles" })
        {
            await company.RefusesAsync(403, company.Root, $"collections:destroy?filterByTk={table}", null);
        }
    }
}
