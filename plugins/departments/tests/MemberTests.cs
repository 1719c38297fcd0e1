using System.Text.Json;

namespace Pergola.Plugins.Departments.Tests;

public sealed class MemberTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task The_main_department_is_one_of_theirs(Backend backend)
    {
        await using var company = await Company.OpenAsync(backend);
        var office = company.Office;
        await office.HireAsync("clerk", ["view"]);
        var clerk = await company.IdOfAsync("u_clerk");
        var (sales, support, board) = (
            await company.FoundAsync("Sales"),
            await company.FoundAsync("Support"),
            await company.FoundAsync("Board")
        );
        Assert.Null(await company.MainAsync(clerk));
        await company.JoinAsync(sales, clerk);
        Assert.Equal(sales, await company.MainAsync(clerk));
        await company.JoinAsync(support, clerk);
        Assert.Equal(sales, await company.MainAsync(clerk));

        var path = $"users:update?filterByTk={clerk}";
        await company.RefusesAsync(400, company.Root, path, new { mainDepartmentId = board }, "department");
        await company.RefusesAsync(400, company.Root, path, new { mainDepartment = new { id = board } }, "department");
        await company.RefusesAsync(404, company.Root, $"users/{clerk}/mainDepartment:set", new[] { board });
        await company.RefusesAsync(
            400,
            company.Root,
            "users:create",
            new
            {
                username = "n",
                password = "pw-1",
                mainDepartmentId = board,
            }
        );
        await office.DoAsync(path, new { mainDepartmentId = support });
        Assert.Equal(support, await company.MainAsync(clerk));
        await company.LeaveAsync(support, clerk);
        Assert.Equal(sales, await company.MainAsync(clerk));
        await office.DoAsync(path, new { departments = new[] { board, support }, mainDepartmentId = board });
        Assert.Equal(board, await company.MainAsync(clerk));
        await company.RefusesAsync(
            400,
            company.Root,
            path,
            new { departments = new[] { support }, mainDepartmentId = board }
        );
        Assert.Equal(board, await company.MainAsync(clerk));
        await office.DoAsync($"users/{clerk}/departments:set", Array.Empty<long>());
        Assert.Null(await company.MainAsync(clerk));

        await office.DoAsync(
            "users:create",
            new
            {
                username = "new",
                password = "pw-1",
                departments = new[] { sales, support },
                mainDepartmentId = support,
            }
        );
        var made = await company.IdOfAsync("new");
        Assert.Equal(support, await company.MainAsync(made));
        await office.DoAsync($"users:destroy?filterByTk={made}");
        Assert.Equal(0, (await office.GetAsync(company.Root, "departmentsUsers:list")).GetArrayLength());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Members_are_listed_and_some_of_them_own_the_department(Backend backend)
    {
        await using var company = await Company.OpenAsync(backend);
        var office = company.Office;
        await office.HireAsync("clerk", ["view"]);
        var lead = await office.HireAsync("lead", [], ["pm.departments"]);
        var (a, b) = (await company.IdOfAsync("u_clerk"), await company.IdOfAsync("u_lead"));
        var sales = await company.FoundAsync("Sales");
        await office.DoAsync($"users/{a}/departments:add", new[] { sales });
        await office.DoAsync($"departments/{sales}/members:set", new[] { a, b }, lead);
        await office.DoAsync($"departments/{sales}/owners:add", new[] { b }, lead);
        await company.RefusesAsync(400, lead, $"departments/{sales}/owners:add", new[] { 1 }, "member");
        await company.RefusesAsync(400, lead, $"departments/{sales}/owners:add", Array.Empty<long>());
        await company.RefusesAsync(
            400,
            company.Root,
            $"departments:update?filterByTk={sales}",
            new { owners = new[] { a } },
            "owners"
        );

        var members = await office.GetAsync(lead, $"departments/{sales}/members:list?sort=id&fields=id,username");
        Assert.Equal([a, b], members.EnumerateArray().Select(m => m.GetProperty("id").GetInt64()));
        members = await office.GetAsync(lead, $"departments/{sales}/members:list?sort=id");
        Assert.Equal(
            [false, true],
            members.EnumerateArray().Select(m => m.GetProperty("departmentsUsers").GetProperty("isOwner").GetBoolean())
        );
        var owners = await office.GetAsync(lead, $"departments/{sales}/owners:list");
        Assert.Equal(b, Assert.Single(owners.EnumerateArray().ToList()).GetProperty("id").GetInt64());
        var shown = await office.GetAsync(company.Root, "departments:list?appends=owners,members,roles");
        Assert.Equal(1, shown[0].GetProperty("owners").GetArrayLength());
        Assert.Equal(2, shown[0].GetProperty("members").GetArrayLength());
        Assert.Equal(
            1,
            (await office.GetAsync(company.Root, $"departments:list?filter[owners.id]={b}")).GetArrayLength()
        );
        Assert.Equal(
            0,
            (await office.GetAsync(company.Root, $"departments:list?filter[owners.id]={a}")).GetArrayLength()
        );
        await office.DoAsync($"departments/{sales}/owners:set", new[] { a }, lead);
        await office.DoAsync($"departments/{sales}/owners:remove", new[] { b }, lead);
        Assert.Equal(
            a,
            (await office.GetAsync(lead, $"departments/{sales}/owners:list"))[0].GetProperty("id").GetInt64()
        );
        Assert.Equal(2, (await office.GetAsync(lead, $"departments/{sales}/members:list")).GetArrayLength());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Those_outside_a_department_are_listed_as_far_as_they_may_be_seen(Backend backend)
    {
        await using var company = await Company.OpenAsync(backend);
        var office = company.Office;
        var lead = await office.HireAsync("lead", [], ["pm.departments"]);
        var nobody = await office.HireAsync("nobody", []);
        var own = await office.HireAsync("own", ["view:own"]);
        var sales = await company.FoundAsync("Sales");
        var other = await company.FoundAsync("Other");
        var id = await company.IdOfAsync("u_nobody");
        await company.JoinAsync(sales, id);
        await company.JoinAsync(other, id);

        var path = $"users:listExcludeDept?departmentId={sales}";
        Assert.Equal(["nocobase", "u_lead", "u_own"], Names(await office.GetAsync(lead, path + "&sort=username")));
        Assert.Equal(["u_lead"], Names(await office.GetAsync(lead, path + "&filter[username.$includes]=lead")));
        var (_, page) = await company.App.SendAsync("GET", path + "&pageSize=1&page=2&sort=username", null, lead);
        Assert.Equal(["u_lead"], Names(page.GetProperty("data")));
        Assert.Equal(3, page.GetProperty("meta").GetProperty("count").GetInt32());
        Assert.Empty(Names(await office.GetAsync(own, path)));
        Assert.Equal(403, await office.StatusAsync(nobody, "GET", path));
        Assert.Equal(401, (await company.App.SendAsync("GET", path)).Status);
        Assert.Equal(400, await office.StatusAsync(lead, "GET", "users:listExcludeDept"));
        Assert.Equal(400, await office.StatusAsync(lead, "GET", "users:listExcludeDept?departmentId=x"));

        static IEnumerable<string?> Names(JsonElement users) =>
            users.EnumerateArray().Select(u => u.GetProperty("username").GetString());
    }
}
