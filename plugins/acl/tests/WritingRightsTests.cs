using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests;

/// <summary>What somebody with limits can change, and how nobody gets beyond theirs.</summary>
[Trait("ASVS", "V4")]
public sealed class WritingRightsTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Values_and_records_that_are_not_theirs_stay_as_they_are(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var remark = (await office.DoAsync("remarks:create", new { text = "old", inner = "i" }))
            .GetProperty("id")
            .GetInt64();
        var foreign = (await office.DoAsync("bills:create", new { title = "root's", secret = "s" })).GetProperty("id");
        var clerk = await office.HireAsync("clerk", []);
        await office.RuleAsync(
            "clerk",
            "bills",
            ("view", ["title"], null),
            ("create", ["title", "notes"], null),
            ("update", ["title", "notes"], "own"),
            ("destroy", [], "own")
        );
        var made = await office.DoAsync(
            "bills:create?updateAssociationValues[]=notes",
            new
            {
                title = "mine",
                secret = "no",
                amount = 7,
                createdById = 1,
                notes = new object[] { new { id = remark, text = "changed" }, new { text = "new" } },
            },
            clerk
        );
        var id = made.GetProperty("id").GetInt64();
        Assert.Equal(JsonValueKind.Null, made.GetProperty("secret").ValueKind);
        Assert.DoesNotContain("\"i\"", made.GetRawText(), StringComparison.Ordinal);
        var stored = await office.GetAsync(office.Root, $"bills:get?filterByTk={id}&appends=notes,createdBy");
        Assert.Equal(JsonValueKind.Null, stored.GetProperty("secret").ValueKind);
        Assert.Equal(JsonValueKind.Null, stored.GetProperty("amount").ValueKind);
        Assert.Equal("u_clerk", stored.GetProperty("createdBy").GetProperty("username").GetString());
        Assert.Equal(
            "old",
            Assert.Single(stored.GetProperty("notes").EnumerateArray().ToList()).GetProperty("text").GetString()
        );

        // With the right to create the others, they are created by way of the relation too, and still not changed.
        await office.RuleAsync("clerk", "remarks", ("create", ["text"], null));
        var both = await office.DoAsync(
            "bills:create?updateAssociationValues[]=notes",
            new
            {
                title = "two",
                notes = new object[] { new { id = remark, text = "changed" }, new { text = "new", inner = "no" } },
            },
            clerk
        );
        var notes = await office.GetAsync(office.Root, $"bills:get?filterByTk={both.GetProperty("id")}&appends=notes");
        Assert.Equal(
            ["new/", "old/i"],
            notes
                .GetProperty("notes")
                .EnumerateArray()
                .Select(n => $"{n.GetProperty("text").GetString()}/{n.GetProperty("inner").GetString()}")
                .Order(StringComparer.Ordinal)
        );
        await office.DoAsync($"bills:destroy?filterByTk={both.GetProperty("id")}", null, clerk);
        await office.DoAsync($"bills/{id}/notes:add", new[] { remark });

        // The secret of another is neither shown by an update nor changed by one.
        await office.DoAsync($"bills:update?filterByTk={id}", new { secret = "set" });
        var updated = await office.DoAsync($"bills:update?filterByTk={id}", new { title = "t2", secret = "no" }, clerk);
        Assert.Equal(JsonValueKind.Null, updated[0].GetProperty("secret").ValueKind);
        Assert.Equal(
            "set",
            (await office.GetAsync(office.Root, $"bills:get?filterByTk={id}")).GetProperty("secret").GetString()
        );
        Assert.Equal(
            0,
            (await office.DoAsync($"bills:update?filterByTk={foreign}", new { title = "x" }, clerk)).GetArrayLength()
        );
        Assert.Equal(
            403,
            await office.StatusAsync(clerk, "POST", "bills:update?filter[secret]=s", new { title = "x" })
        );
        Assert.Equal(403, await office.StatusAsync(clerk, "POST", $"bills:destroy?filterByTk={foreign}"));
        Assert.Equal(
            403,
            await office.StatusAsync(clerk, "POST", $"bills:destroy?filterByTk[]={foreign}&filterByTk[]={id}")
        );
        Assert.Equal(403, await office.StatusAsync(clerk, "POST", "bills:destroy?filter[secret]=set"));
        Assert.Equal(403, await office.StatusAsync(clerk, "POST", $"bills/{foreign}/notes:add", new[] { remark }));
        Assert.Equal(200, await office.StatusAsync(clerk, "POST", $"bills/{id}/notes:remove", new[] { remark }));
        Assert.Equal(403, await office.StatusAsync(clerk, "POST", $"bills/{id}/client:set", new[] { 1 }));
        Assert.Equal(1, (await office.DoAsync("bills:destroy?filter[title.$ne]=zzz", null, clerk)).GetInt32());
        Assert.Equal(1, (await office.GetAsync(office.Root, "bills:list")).GetArrayLength());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Nobody_becomes_more_powerful_than_they_are(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        string[] everything = ["create", "view", "update", "destroy"];
        var strong = await office.HireAsync("strong", everything);
        var hr = await office.HireAsync("hr", ["view"], ["pm.users"]);
        var security = await office.HireAsync("security", ["view"], ["pm.acl.roles", "pm.users"]);
        await office.HireAsync("temp", ["view"]);
        var users = (await office.GetAsync(office.Root, "users:list?sort=id"))
            .EnumerateArray()
            .ToDictionary(u => u.GetProperty("username").GetString()!, u => u.GetProperty("id").GetInt64());

        // The right to change every record is none to change people or roles.
        foreach (
            var path in new[]
            {
                "users:create",
                $"users:update?filterByTk={users["u_strong"]}",
                "roles:update?filterByTk=strong",
            }
        )
        {
            Assert.True(
                403
                    == await office.StatusAsync(
                        strong,
                        "POST",
                        path,
                        new { snippets = new[] { "pm.*" }, roles = new[] { "root" } }
                    ),
                path
            );
        }

        Assert.Equal(
            403,
            await office.StatusAsync(strong, "POST", $"users/{users["u_strong"]}/roles:add", new[] { "root" })
        );

        // Whoever manages users hands out what they have themselves, and no more.
        Assert.Equal(200, await office.StatusAsync(hr, "POST", "users:create", New("n1", "temp")));
        foreach (var role in new[] { "root", "admin", "strong", "security" })
        {
            Assert.True(403 == await office.StatusAsync(hr, "POST", "users:create", New("n_" + role, role)), role);
            Assert.True(
                403 == await office.StatusAsync(hr, "POST", $"users/{users["u_hr"]}/roles:add", new[] { role }),
                role
            );
        }

        foreach (var account in new[] { "nocobase", "u_strong", "u_security" })
        {
            Assert.True(
                403
                    == await office.StatusAsync(
                        hr,
                        "POST",
                        $"users:update?filterByTk={users[account]}",
                        new { password = "taken" }
                    ),
                account
            );
            Assert.True(
                403 == await office.StatusAsync(hr, "POST", $"users:destroy?filterByTk={users[account]}"),
                account
            );
        }

        Assert.Equal(
            200,
            await office.StatusAsync(
                hr,
                "POST",
                $"users:update?filterByTk={users["u_temp"]}",
                new { password = "pw-2" }
            )
        );

        // Whoever manages roles stops before root.
        Assert.Equal(
            403,
            await office.StatusAsync(security, "POST", "roles:update?filterByTk=root", new { title = "x" })
        );
        Assert.Equal(
            403,
            await office.StatusAsync(security, "POST", $"users/{users["u_security"]}/roles:add", new[] { "root" })
        );
        Assert.Equal(403, await office.StatusAsync(security, "POST", "users/1/roles:remove", new[] { "root" }));
        Assert.Equal(
            403,
            await office.StatusAsync(security, "POST", "users:update?filterByTk=1", new { password = "taken" })
        );
        Assert.Equal(
            200,
            await office.StatusAsync(security, "POST", $"users/{users["u_temp"]}/roles:add", new[] { "admin" })
        );
        await office.App.SignInAsync();

        static object New(string name, string role) =>
            new
            {
                username = name,
                password = "pw-1",
                roles = new[] { role },
            };
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_removed_role_leaves_nothing_behind(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var clerk = await office.HireAsync("clerk", ["view"]);
        await office.RuleAsync("clerk", "bills", ("view", ["title"], null), ("create", [], null));
        Assert.Equal(200, await office.StatusAsync(clerk, "GET", "bills:list"));
        await office.DoAsync("roles:destroy?filterByTk=clerk");
        Assert.Equal(401, await office.StatusAsync(clerk, "GET", "bills:list"));

        await office.DoAsync("roles:create", new { name = "clerk", title = "again" });
        await office.DoAsync("users:update?filterByTk=2", new { roles = new[] { "clerk" } });
        Assert.Equal(403, await office.StatusAsync(clerk, "GET", "bills:list"));
        Assert.Equal(403, await office.StatusAsync(clerk, "POST", "bills:create", new { title = "x" }));
    }
}
