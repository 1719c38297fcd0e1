using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests.Security;

/// <summary>No way of writing records makes anybody more powerful than they are.</summary>
[Trait("ASVS", "V4")]
public sealed class RolesHandedOutTests
{
    private static readonly string[] Everything = ["create", "view", "update", "destroy"];

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Nobody_gives_themselves_root_by_any_way_of_linking_or_nesting(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await OwnersAsync(office);
        var strong = await office.HireAsync("strong", Everything);
        var people = await office.HireAsync("people", Everything, ["pm.users"]);
        var roles = await office.HireAsync("roles", Everything, ["pm.users", "pm.acl.roles"]);
        var rules = await office.HireAsync("rules", []);
        foreach (
            var table in new[]
            {
                "users",
                "roles",
                "rolesUsers",
                "dataSourcesRoles",
                "dataSourcesRolesResources",
                "dataSourcesRolesResourcesActions",
                "dataSourcesRolesResourcesScopes",
            }
        )
        {
            await office.RuleAsync(
                "rules",
                table,
                [.. Everything.Select(a => (a, Array.Empty<string>(), (string?)null))]
            );
        }

        var before = await StateAsync(office);
        var powers = "\"roles\":[\"root\"],\"snippets\":[\"pm.*\"],\"strategy\":{\"actions\":[\"view\"]}";
        foreach (var (who, id) in new[] { (strong, 2), (people, 3), (roles, 4), (rules, 5) })
        {
            foreach (
                var (path, body) in new[]
                {
                    ($"users/{id}/roles:add", """["root"]"""),
                    ($"users/{id}/roles:set", """["root"]"""),
                    ($"users/{id}/roles:toggle", """["root"]"""),
                    ($"users/{id}/roles:add?filterByTk=root", "[]"),
                    ($"users/{id}/roles:add", """[["root",{"default":true}]]"""),
                    ("roles/root/users:add", $"[{id}]"),
                    ("roles/root/users:set", $"[{id}]"),
                    ("roles/root/users:toggle", $"[{id}]"),
                    ("roles/root/users:create", """{"username":"mallory","password":"pw-1"}"""),
                    ("roles/root/users:update?filterByTk=1", """{"password":"taken"}"""),
                    ("roles/root/users:firstOrCreate?filterKeys[]=username", """{"username":"mallory"}"""),
                    ($"users/{id}/roles:update?filterByTk=root", $$"""{{{powers}}}"""),
                    ($"users/{id}/roles:destroy?filterByTk=root", "{}"),
                    ("rolesUsers:create", $$"""{"roleName":"root","userId":{{id}}}"""),
                    ("rolesUsers:update?filter[roleName]=root", $$"""{"userId":{{id}}}"""),
                    ("rolesUsers:updateOrCreate?filterKeys[]=userId", $$"""{"roleName":"root","userId":{{id}}}"""),
                    ("users:create", """{"username":"mallory","password":"pw-1","roles":["root"]}"""),
                    ("users:create", """{"username":"mallory","password":"pw-1","roles":[{"name":"root"}]}"""),
                    ($"users:update?filterByTk={id}", """{"roles":["root"]}"""),
                    (
                        $"users:update?filterByTk={id}&updateAssociationValues[]=roles",
                        """{"roles":[{"name":"root"}]}"""
                    ),
                    ("users:update?filterByTk=1", """{"password":"taken"}"""),
                    ("users:update?forceUpdate=true", """{"password":"taken"}"""),
                    ("users:updateOrCreate?filterKeys[]=id", """{"id":1,"password":"taken"}"""),
                    (
                        "users:updateOrCreate?filterKeys[]=username",
                        """{"username":"mallory","password":"pw-1","roles":["root"]}"""
                    ),
                    ("users:destroy?filterByTk=1", "{}"),
                    ("roles:update?filterByTk=root", """{"title":"taken"}"""),
                    ("roles:destroy?filterByTk=root", "{}"),
                    (
                        "bills:create?updateAssociationValues[]=owners&updateAssociationValues[]=owners.roles",
                        """{"title":"x","owners":[{"username":"mallory","password":"pw-1","roles":["root"]}]}"""
                    ),
                    (
                        "bills:update?filterByTk=1&updateAssociationValues[]=owners",
                        """{"owners":[{"id":1,"password":"taken"}]}"""
                    ),
                    ("bills/1/owners:create", """{"username":"mallory","password":"pw-1","roles":["root"]}"""),
                    ("bills/1/owners:update?filterByTk=1", """{"password":"taken"}"""),
                    ("bills/1/owners:destroy?filterByTk=1", "{}"),
                }
            )
            {
                await office.App.SendAsync("POST", path, JsonElement.Parse(body), who);
                Assert.True(before == await StateAsync(office), $"{id}: {path} {body}");
            }
        }

        await office.App.SignInAsync();
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Who_manages_people_changes_no_role_and_nobodys_rules(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var people = await office.HireAsync("people", Everything, ["pm.users"]);
        var rules = await office.HireAsync("rules", []);
        foreach (var table in new[] { "roles", "dataSourcesRoles", "dataSourcesRolesResourcesActions" })
        {
            await office.RuleAsync(
                "rules",
                table,
                [.. Everything.Select(a => (a, Array.Empty<string>(), (string?)null))]
            );
        }

        var before = await StateAsync(office);
        foreach (var (who, id, role) in new[] { (people, 2, "people"), (rules, 3, "rules") })
        {
            foreach (
                var (path, body) in new[]
                {
                    ($"users/{id}/roles:update?filterByTk={role}", """{"snippets":["pm.*"]}"""),
                    ($"users/{id}/roles:create", """{"name":"mine","title":"Mine","snippets":["pm.*"]}"""),
                    ($"users/{id}/roles:firstOrCreate?filterKeys[]=name", """{"name":"mine","snippets":["pm.*"]}"""),
                    (
                        $"users/{id}/roles:updateOrCreate?filterKeys[]=name",
                        $$"""{"name":"{{role}}","snippets":["pm.*"]}"""
                    ),
                    (
                        $"users:update?filterByTk={id}&updateAssociationValues[]=roles",
                        $$"""{"roles":[{"name":"{{role}}","snippets":["pm.*"]}]}"""
                    ),
                    (
                        $"users:update?filterByTk={id}&updateAssociationValues[]=roles",
                        $$"""{"roles":[{"name":"{{role}}"},{"name":"mine","snippets":["pm.*"]}]}"""
                    ),
                    ($"roles:update?filterByTk={role}", """{"snippets":["pm.*"]}"""),
                    ("roles:create", """{"name":"mine","title":"Mine"}"""),
                    ($"dataSources/main/roles:update?filterByTk={role}", """{"strategy":{"actions":["view"]}}"""),
                    ($"dataSourcesRoles:update?filter[roleName]={role}", """{"strategy":{"actions":"*"}}"""),
                    ("dataSourcesRolesResourcesActions:update?filter[name]=view", """{"fields":["a"]}"""),
                    ($"roles:applyDataPermissions?filterByTk={role}", """{"resources":[]}"""),
                    ($"roles/{role}/dataSourceResources:create", """{"name":"bills","actions":[{"name":"view"}]}"""),
                }
            )
            {
                await office.App.SendAsync("POST", path, JsonElement.Parse(body), who);
                Assert.True(before == await StateAsync(office), $"{role}: {path} {body}");
            }
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_role_with_general_rights_to_change_records_changes_no_account(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var strong = await office.HireAsync("strong", Everything);
        await office.HireAsync("weak", []);
        var rules = await office.HireAsync("rules", []);
        await office.RuleAsync(
            "rules",
            "users",
            [.. Everything.Select(a => (a, Array.Empty<string>(), (string?)null))]
        );
        foreach (var who in new[] { strong, rules })
        {
            foreach (
                var path in new[]
                {
                    "users:create",
                    "users:update?filterByTk=3",
                    "users:update?filterByTk=1",
                    "users:destroy?filterByTk=3",
                    "users:firstOrCreate?filterKeys[]=username",
                    "users:updateOrCreate?filterKeys[]=username",
                    "users:move?sourceId=3&sticky=true",
                }
            )
            {
                Assert.True(
                    403 == await office.StatusAsync(who, "POST", path, new { username = "u_weak", password = "taken" }),
                    path
                );
            }
        }

        await office.App.SignInAsync("u_weak", "pw-1");
    }

    /// <summary>A relation of ordinary records to accounts, as a designer makes it.</summary>
    private static async Task OwnersAsync(Office office)
    {
        await office.DoAsync(
            "collections/bills/fields:create",
            JsonElement.Parse(
                """
                {"name":"owners","type":"belongsToMany","interface":"m2m","target":"users","through":"billOwners",
                 "foreignKey":"billId","otherKey":"userId"}
                """
            )
        );
        await office.DoAsync("bills:create", JsonElement.Parse("""{"title":"a","owners":[1]}"""));
    }

    /// <summary>Who there is, with which password and roles, and what roles may do.</summary>
    private static async Task<string> StateAsync(Office office)
    {
        var state = new List<string>();
        await using var connection = await office.App.Database.OpenAsync(TestContext.Current.CancellationToken);
        foreach (
            var (table, columns) in new[]
            {
                ("users", "id, username, password"),
                ("rolesUsers", "\"roleName\", \"userId\""),
                ("roles", "name, title, snippets, strategy"),
                ("dataSourcesRoles", "\"roleName\", strategy"),
                ("dataSourcesRolesResources", "\"roleName\", name"),
                ("dataSourcesRolesResourcesActions", "id, name, fields"),
            }
        )
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {columns} FROM {office.App.Schema[table].Table.Quoted}";
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                state.Add($"{table}: {string.Join(", ", values)}");
            }
        }

        return string.Join('\n', state.Order(StringComparer.Ordinal));
    }
}
