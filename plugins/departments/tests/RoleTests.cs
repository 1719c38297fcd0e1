using System.Text.Json;

namespace Pergola.Plugins.Departments.Tests;

/// <summary>Rights that people have by the departments they belong to.</summary>
public sealed class RoleTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Roles_of_departments_hold_from_the_next_request_on_and_no_longer_than_the_membership(
        Backend backend
    )
    {
        await using var company = await Company.OpenAsync(backend);
        var office = company.Office;
        await office.HireAsync("seller", ["view", "create"]);
        var temp = await office.HireAsync("temp", []);
        var id = await company.IdOfAsync("u_temp");
        var sales = await company.FoundAsync("Sales", roles: ["seller"]);
        var north = await company.FoundAsync("North", sales);
        Assert.Equal(401, await TryAsync());

        await company.JoinAsync(sales, id);
        Assert.Equal(200, await TryAsync());
        await company.LeaveAsync(sales, id);
        Assert.Equal(401, await TryAsync());

        // A department above gives its roles to its own members only.
        await company.JoinAsync(north, id);
        Assert.Equal(401, await TryAsync());
        await office.DoAsync($"departments/{north}/roles:add", new[] { "seller" });
        Assert.Equal(200, await TryAsync());
        await office.DoAsync($"departments/{north}/roles:remove", new[] { "seller" });
        Assert.Equal(401, await TryAsync());
        await office.DoAsync($"roles/seller/departments:set", new[] { north });
        Assert.Equal(200, await TryAsync());
        await office.DoAsync($"departments:update?filterByTk={north}", new { roles = Array.Empty<string>() });
        Assert.Equal(401, await TryAsync());
        await office.DoAsync($"departments:update?filterByTk={north}", new { roles = new[] { "seller" } });
        Assert.Equal(200, await TryAsync());
        await office.DoAsync($"users:update?filterByTk={id}", new { departments = Array.Empty<long>() });
        Assert.Equal(401, await TryAsync());
        await office.DoAsync($"users/{id}/departments:add", new[] { north });
        Assert.Equal(200, await TryAsync());

        // A role that goes takes its departments with it, and the next one of its name does not get them.
        await office.DoAsync("roles:destroy?filterByTk=seller");
        Assert.Equal(401, await TryAsync());
        await office.DoAsync("roles:create", new { name = "seller", title = "again" });
        Assert.Equal(401, await TryAsync());

        async Task<int> TryAsync() =>
            (await company.App.SendAsync("GET", "bills:list", null, temp, ("X-Role", "seller"))).Status;
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Roles_of_departments_are_told_and_used_like_any_other(Backend backend)
    {
        await using var company = await Company.OpenAsync(backend);
        var office = company.Office;
        await office.HireAsync("seller", ["view"]);
        var temp = await office.HireAsync("temp", ["create"]);
        var id = await company.IdOfAsync("u_temp");
        var sales = await company.FoundAsync("Sales", roles: ["seller", "temp"]);
        await company.JoinAsync(sales, id);

        var check = await office.GetAsync(temp, "auth:check");
        Assert.Equal(["seller", "temp"], Names(check.GetProperty("roles")));
        var department = Assert.Single(check.GetProperty("departments").EnumerateArray().ToList());
        Assert.Equal("Sales", department.GetProperty("title").GetString());
        Assert.False(department.GetProperty("departmentsUsers").GetProperty("isOwner").GetBoolean());
        Assert.False(department.TryGetProperty("roles", out _));
        Assert.Equal(sales, check.GetProperty("mainDepartmentId").GetInt64());
        var (_, signedIn) = await company.App.SendAsync(
            "POST",
            "auth:signIn",
            new { account = "u_temp", password = "pw-1" }
        );
        Assert.False(signedIn.GetProperty("data").GetProperty("user").TryGetProperty("departments", out _));

        await office.DoAsync("roles:setSystemRoleMode", new { roleMode = "only-use-union" });
        var (_, rights) = await company.App.SendAsync("GET", "roles:check", null, temp);
        Assert.Equal(
            ["seller", "temp"],
            rights.GetProperty("data").GetProperty("roles").EnumerateArray().Select(r => r.GetString())
        );
        Assert.Equal(200, await office.StatusAsync(temp, "GET", "bills:list"));
        Assert.Equal(200, await office.StatusAsync(temp, "POST", "bills:create", new { title = "a" }));

        // It ends with the membership, so that it is no default that is stored for good.
        await office.DoAsync("roles:setSystemRoleMode", new { roleMode = "default" });
        await company.RefusesAsync(400, temp, "users:setDefaultRole", new { roleName = "seller" });
        await office.DoAsync("users:setDefaultRole", new { roleName = "temp" }, temp);

        // A key is bound to its role, and the role to the membership.
        await office.DoAsync(
            "roles:update?filterByTk=seller",
            new { snippets = new[] { "pm.api-keys.configuration" } }
        );
        var (_, made) = await company.App.SendAsync(
            "POST",
            "apiKeys:create",
            new
            {
                name = "k",
                role = new { name = "seller" },
                expiresIn = "1d",
            },
            temp,
            ("X-Role", "seller")
        );
        var key = ("Authorization", "Bearer " + made.GetProperty("data").GetProperty("token").GetString());
        Assert.Equal(200, await office.StatusAsync(key, "GET", "bills:list"));
        await company.LeaveAsync(sales, id);
        Assert.Equal(401, await office.StatusAsync(key, "GET", "bills:list"));

        static IEnumerable<string?> Names(JsonElement rows) =>
            rows.EnumerateArray().Select(r => r.GetProperty("name").GetString());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Conditions_of_roles_know_the_departments_of_the_caller(Backend backend)
    {
        await using var company = await Company.OpenAsync(backend);
        var office = company.Office;
        await office.DoAsync(
            "collections/bills/fields:create",
            JsonElement.Parse(
                """{"name":"department","type":"belongsTo","interface":"m2o","target":"departments","foreignKey":"departmentId"}"""
            )
        );
        var (sales, support, board) = (
            await company.FoundAsync("Sales"),
            await company.FoundAsync("Support"),
            await company.FoundAsync("Board")
        );
        foreach (var department in new long?[] { sales, support, board, null })
        {
            await office.DoAsync("bills:create", new { title = $"{department}", departmentId = department });
        }

        var clerk = await office.HireAsync("clerk", []);
        var id = await company.IdOfAsync("u_clerk");
        foreach (
            var (variable, form, expected) in new[]
            {
                ("{{ $user.mainDepartmentId }}", "$eq", new[] { sales }),
                ("{{ ctx.state.currentUser.mainDepartmentId }}", "$eq", [sales]),
                ("{{ $user.departments.id }}", "$in", [sales, support]),
                ("{{ ctx.state.currentUser.departments.id }}", "$in", [sales, support]),
            }
        )
        {
            var scope = await office.DoAsync(
                "dataSources/main/rolesResourcesScopes:create",
                new
                {
                    name = variable,
                    resourceName = "bills",
                    scope = new Dictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["departmentId"] = new Dictionary<string, string>(StringComparer.Ordinal) { [form] = variable },
                    },
                }
            );
            await office.DoAsync(
                "roles:applyDataPermissions?filterByTk=clerk",
                new
                {
                    resources = new[]
                    {
                        new
                        {
                            name = "bills",
                            usingActionsConfig = true,
                            actions = new[]
                            {
                                new
                                {
                                    name = "view",
                                    fields = new[] { "title", "departmentId" },
                                    scopeId = scope.GetProperty("id").GetInt64(),
                                },
                            },
                        },
                    },
                }
            );
            await office.DoAsync($"users/{id}/departments:set", Array.Empty<long>());
            Assert.All(await SeenAsync(), Assert.Null);
            await company.JoinAsync(sales, id);
            await company.JoinAsync(support, id);
            Assert.Equal(expected.Order().Cast<long?>(), (await SeenAsync()).Order());
        }

        async Task<IReadOnlyList<long?>> SeenAsync() =>
            [
                .. (await office.GetAsync(clerk, "bills:list"))
                    .EnumerateArray()
                    .Select(b =>
                        b.GetProperty("departmentId") is { ValueKind: JsonValueKind.Number } number
                            ? number.GetInt64()
                            : (long?)null
                    ),
            ];
    }
}
