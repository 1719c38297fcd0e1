using System.Text.Json;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Departments.Tests;

/// <summary>Nobody becomes more powerful by managing departments.</summary>
[Trait("ASVS", "V4")]
public sealed class ClimbingTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_department_hands_out_only_what_its_manager_may_do(Backend backend)
    {
        await using var company = await Company.OpenAsync(backend);
        var office = company.Office;
        var hr = await office.HireAsync("hr", ["view", "create"], ["pm.departments"]);
        var people = await office.HireAsync("people", ["view"], ["pm.users"]);
        var strong = await office.HireAsync("strong", ["create", "view", "update", "destroy"]);
        var security = await office.HireAsync("security", ["view"], ["pm.departments", "pm.acl.roles"]);
        await office.HireAsync("weak", ["view", "create"]);
        // Of several roles they act as this one.
        await office.DoAsync("users:setDefaultRole", new { roleName = "hr" }, hr);
        var (me, other, weak) = (
            await company.IdOfAsync("u_hr"),
            await company.IdOfAsync("u_people"),
            await company.IdOfAsync("u_weak")
        );
        var powers = await company.FoundAsync("Powers", roles: ["strong"]);
        var top = await company.FoundAsync("Top", roles: ["root"]);
        var plain = await company.FoundAsync("Plain");
        await company.JoinAsync(powers, weak);

        // They manage departments, and the roles they have themselves.
        var own = (await office.DoAsync("departments:create", new { title = "Own", roles = new[] { "weak" } }, hr))
            .GetProperty("id")
            .GetInt64();
        await office.DoAsync($"departments/{own}/members:add", new[] { other, me }, hr);
        await office.DoAsync($"departments/{own}/roles:set", new[] { "hr", "weak" }, hr);
        await office.DoAsync($"departments/{own}/roles:remove", new[] { "weak" }, hr);
        await office.DoAsync($"departments:update?filterByTk={powers}", new { title = "Powers 2", parentId = own }, hr);

        foreach (var role in new[] { "root", "admin", "strong", "people", "security" })
        {
            foreach (
                var (path, body) in new (string, object)[]
                {
                    ($"departments/{own}/roles:add", new[] { role }),
                    ($"departments/{own}/roles:set", new[] { role }),
                    ($"departments/{own}/roles:toggle", new[] { role }),
                    ($"roles/{role}/departments:add", new[] { own }),
                    ($"roles/{role}/departments:set", new[] { own }),
                    ("departments:create", new { title = "x", roles = new[] { role } }),
                    ("departments:create", new { title = "x", roles = new[] { new { name = role } } }),
                    ($"departments:update?filterByTk={own}", new { roles = new[] { role } }),
                    (
                        $"departments:update?filterByTk={own}",
                        new { children = new[] { new { title = "y", roles = new[] { role } } } }
                    ),
                }
            )
            {
                // Objects without a key are left out of a body: then nothing is created either.
                var status = await office.StatusAsync(hr, "POST", path, body);
                Assert.True(status == 403 || path.EndsWith($"={own}", StringComparison.Ordinal), $"{path} {role}");
            }
        }

        foreach (var target in new[] { powers, top })
        {
            foreach (
                var (who, path, body) in new ((string, string), string, object)[]
                {
                    (hr, $"departments/{target}/members:add", new[] { me }),
                    (hr, $"departments/{target}/members:set", new[] { me, weak }),
                    (hr, $"departments/{target}/members:toggle", new[] { me }),
                    (hr, $"users/{me}/departments:add", new[] { target }),
                    (hr, $"users/{me}/departments:set", new[] { target }),
                    (hr, $"departments:update?filterByTk={target}", new { members = new[] { me } }),
                    (hr, $"departments:update?filterByTk={target}", new { roles = Array.Empty<string>() }),
                    (people, $"users:update?filterByTk={other}", new { departments = new[] { target } }),
                    (
                        people,
                        "users:create",
                        new
                        {
                            username = "n",
                            password = "pw-1",
                            departments = new[] { target },
                        }
                    ),
                }
            )
            {
                await company.RefusesAsync(403, who, path, body);
            }
        }

        await company.RefusesAsync(403, hr, $"departments/{powers}/members:remove", new[] { weak });
        await company.RefusesAsync(403, security, $"departments/{top}/members:add", new[] { me });
        await company.RefusesAsync(403, security, $"departments/{plain}/roles:add", new[] { "root" });
        await office.DoAsync($"departments/{plain}/roles:add", new[] { "strong" }, security);

        // Neither members nor roles are changed by way of the relation.
        foreach (
            var (path, body) in new (string, object?)[]
            {
                ($"departments/{own}/members:update?filterByTk={other}", new { password = "taken" }),
                ($"departments/{own}/members:create", new { username = "x", password = "pw" }),
                ($"departments/{own}/members:destroy?filterByTk={other}", null),
                ($"departments/{own}/roles:update?filterByTk=hr", new { snippets = new[] { "pm.*" } }),
                ($"departments/{own}/roles:create", new { name = "made", snippets = new[] { "pm.*" } }),
                ($"users/{other}/departments:create", new { title = "x" }),
                ("departmentsUsers:create", new { departmentId = powers, userId = me }),
                ("departmentsRoles:create", new { departmentId = own, roleName = "strong" }),
            }
        )
        {
            Assert.True(await office.StatusAsync(hr, "POST", path, body) is 403 or 404, path);
        }

        await office.DoAsync(
            $"departments:update?filterByTk={own}&updateAssociationValues[]=members",
            new { members = new[] { new { id = other, password = "taken" }, new { id = me, password = "taken" } } },
            hr
        );
        await company.App.SignInAsync("u_people", "pw-1");

        // An account that is strong by its department is as safe as one that is strong by itself.
        await company.RefusesAsync(403, people, $"users:update?filterByTk={weak}", new { password = "taken" });
        await company.RefusesAsync(403, people, $"users:destroy?filterByTk={weak}", null);

        // The right to change every record is none to change departments.
        await company.RefusesAsync(403, strong, "departments:create", new { title = "x" });
        await company.RefusesAsync(403, strong, $"departments:update?filterByTk={own}", new { title = "x" });
        await company.RefusesAsync(403, strong, $"departments/{own}/members:add", new[] { weak });
        await company.RefusesAsync(403, strong, $"departments:destroy?filterByTk={plain}", null);
        Assert.Equal(200, await office.StatusAsync(strong, "GET", "departments:list"));

        var roles = await office.GetAsync(hr, "auth:check");
        Assert.DoesNotContain(
            roles.GetProperty("roles").EnumerateArray(),
            r => r.GetProperty("name").GetString() is not "hr"
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Relations_of_ones_own_lead_to_no_power(Backend backend)
    {
        await using var company = await Company.OpenAsync(backend);
        var office = company.Office;
        var maker = await office.HireAsync(
            "maker",
            ["create", "view", "update", "destroy"],
            ["pm.data-source-manager.data-source-main"]
        );
        var me = await company.IdOfAsync("u_maker");
        var top = await company.FoundAsync("Top", roles: ["root"]);
        var plain = await company.FoundAsync("Plain");
        await company.JoinAsync(plain, me);
        await office.DoAsync("collections:create", new { name = "tricks" }, maker);
        foreach (
            var field in new[]
            {
                """{"name":"number","type":"bigInt","interface":"integer","unique":true}""",
                """{"name":"text","type":"string","interface":"input","unique":true}""",
                """{"name":"others","type":"hasMany","target":"remarks","foreignKey":"trickId"}""",
                """{"name":"seats","type":"hasMany","target":"departmentsUsers","foreignKey":"departmentId","sourceKey":"number","targetKey":"userId"}""",
                """{"name":"hats","type":"hasMany","target":"rolesUsers","foreignKey":"roleName","sourceKey":"text","targetKey":"userId"}""",
                """{"name":"homes","type":"hasMany","target":"users","foreignKey":"mainDepartmentId","sourceKey":"number","targetKey":"id"}""",
                """{"name":"rules","type":"hasMany","target":"dataSourcesRoles","foreignKey":"roleName","sourceKey":"text","targetKey":"id"}""",
                """{"name":"powers","type":"belongsToMany","target":"departments","through":"departmentsUsers","foreignKey":"userId","otherKey":"departmentId","sourceKey":"number","targetKey":"id"}""",
                """{"name":"ranks","type":"belongsToMany","target":"roles","through":"dataSourcesRoles","foreignKey":"dataSourceKey","otherKey":"roleName","sourceKey":"text","targetKey":"name"}""",
            }
        )
        {
            await office.DoAsync("collections/tricks/fields:create", JsonElement.Parse(field), maker);
        }

        await company.RefusesAsync(
            400,
            maker,
            "collections/tricks/fields:create",
            JsonElement.Parse(
                """{"name":"secrets","type":"hasMany","target":"users","foreignKey":"password","sourceKey":"text"}"""
            ),
            "secrets"
        );
        await office.DoAsync("tricks:create", new { number = top, text = "root" }, maker);
        await office.DoAsync("tricks:create", new { number = me, text = "main" }, maker);
        foreach (
            var (path, body) in new (string, object)[]
            {
                ($"tricks/{top}/seats:add", new[] { me }),
                ($"tricks/{top}/seats:set", new[] { me }),
                ("tricks/root/hats:add", new[] { me }),
                ($"tricks/{top}/homes:add", new[] { me }),
                ("tricks/root/rules:add", new[] { "x" }),
                ($"tricks/{me}/powers:add", new[] { top }),
                ("tricks/main/ranks:add", new[] { "maker" }),
            }
        )
        {
            await company.RefusesAsync(403, maker, path, body);
        }

        await office.DoAsync(
            "tricks:update?filter[number]=" + top,
            new
            {
                seats = new[] { me },
                hats = new[] { me },
                homes = new[] { me },
                ranks = new[] { "maker" },
            },
            maker
        );
        var check = await office.GetAsync(maker, "auth:check");
        Assert.Equal(plain, check.GetProperty("mainDepartmentId").GetInt64());
        Assert.Equal("maker", Assert.Single(check.GetProperty("roles").EnumerateArray().ToList()).Text("name"));
        Assert.Single(check.GetProperty("departments").EnumerateArray().ToList());
        await company.App.SignInAsync();
        var remark = (await office.DoAsync("remarks:create", new { text = "a" }, maker)).GetProperty("id").GetInt64();
        await office.DoAsync("tricks/1/others:add", new[] { remark }, maker);
    }
}
