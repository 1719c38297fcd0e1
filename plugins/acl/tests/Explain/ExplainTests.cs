using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests.Explain;

/// <summary>The reasons that <c>roles:explain</c> gives, and what it refuses.</summary>
public sealed class ExplainTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Every_role_says_what_it_has_its_answer_from(Backend backend)
    {
        await using var office = await ExplainedOffice.OpenAsync(backend);
        var rows = new List<string>();
        foreach (
            var (person, collection, action, expected) in new[]
            {
                ("only_viewer", "bills", "view", "yes strategy"),
                ("only_viewer", "bills", "update", "no strategy"),
                ("only_viewer", "rolesUsers", "view", "no outside"),
                ("only_viewer", "bills", "export", "no notOffered"),
                ("only_owner", "bills", "view", "yes strategy"),
                ("only_clerk", "bills", "view", "yes rules"),
                ("only_clerk", "bills", "destroy", "no rules"),
                ("only_clerk", "clients", "view", "no strategy"),
                ("only_buyer", "users", "update", "no reserved"),
                ("only_buyer", "roles", "create", "no reserved"),
                ("only_buyer", "departments", "destroy", "no reserved"),
                ("only_personnel", "users", "update", "yes snippet"),
                ("only_personnel", "bills", "view", "no strategy"),
                ("nobody", "bills", "view", "no noRoles"),
                ("chief", "bills", "destroy", "no strategy"),
            }
        )
        {
            var one = ExplainedOffice.ActionOf(await office.ExplainAsync(person, collection), action);
            var told = (one.GetProperty("isAllowed").GetBoolean() ? "yes " : "no ") + one.GetProperty("reason");
            rows.Add(told == expected ? "" : $"{person} {action} {collection}: {told}");
        }

        Assert.Equal("", string.Concat(rows));
        var chief = await office.ExplainAsync("chief", "bills", role: "root");
        Assert.Equal("root", ExplainedOffice.ActionOf(chief, "destroy").GetProperty("reason").GetString());
        var users = ExplainedOffice.ActionOf(await office.ExplainAsync("only_buyer", "users"), "update");
        Assert.Equal(["pm.users"], Texts(ExplainedOffice.RoleOf(users, "buyer").GetProperty("reservedTo")));
        var personnel = ExplainedOffice.ActionOf(await office.ExplainAsync("only_personnel", "users"), "update");
        Assert.Equal("pm.users", ExplainedOffice.RoleOf(personnel, "personnel").GetProperty("snippet").GetString());
        Assert.Contains(
            "password",
            Texts(
                ExplainedOffice
                    .ActionOf(await office.ExplainAsync("only_viewer", "users"), "view")
                    .GetProperty("hidden")
            )
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Roles_tell_where_they_come_from_and_which_of_them_count(Backend backend)
    {
        await using var office = await ExplainedOffice.OpenAsync(backend);
        var both = await office.ExplainAsync("by_both", "bills");
        Assert.Equal("default", both.GetProperty("roleMode").GetString());
        var clerk = Assert.Single(
            both.GetProperty("roles").EnumerateArray().ToList(),
            r => r.GetProperty("name").GetString() == "clerk"
        );
        Assert.True(clerk.GetProperty("isOwn").GetBoolean());
        Assert.Equal("Sales", clerk.GetProperty("from")[0].GetProperty("title").GetString());
        Assert.Equal("departments", clerk.GetProperty("from")[0].GetProperty("by").GetString());
        var viewer = Assert.Single(
            both.GetProperty("roles").EnumerateArray().ToList(),
            r => r.GetProperty("name").GetString() == "viewer"
        );
        Assert.False(viewer.GetProperty("isOwn").GetBoolean());
        Assert.Single(Texts(both.GetProperty("actingAs")));

        await office.Office.DoAsync("roles:setSystemRoleMode", new { roleMode = "only-use-union" });
        both = await office.ExplainAsync("by_both", "bills");
        Assert.Equal(["clerk", "viewer"], Texts(both.GetProperty("actingAs")).Order(StringComparer.Ordinal));
        Assert.True(ExplainedOffice.ActionOf(both, "view").GetProperty("hidden").GetArrayLength() < 5);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task The_condition_that_decides_about_a_record_is_told(Backend backend)
    {
        await using var office = await ExplainedOffice.OpenAsync(backend);
        await office.Office.DoAsync("roles:setSystemRoleMode", new { roleMode = "only-use-union" });
        var own = await office.BillAsync(office.IdOf("clerk_buyer"), isCheap: false);
        var view = ExplainedOffice.ActionOf(await office.ExplainAsync("clerk_buyer", "bills", own), "view");
        Assert.True(view.GetProperty("record").GetProperty("isWithin").GetBoolean());
        Assert.Equal(2, view.GetProperty("conditions").GetArrayLength());
        var (clerk, buyer) = (ExplainedOffice.RoleOf(view, "clerk"), ExplainedOffice.RoleOf(view, "buyer"));
        Assert.True(clerk.GetProperty("isWithin").GetBoolean());
        Assert.True(clerk.GetProperty("isOwn").GetBoolean());
        Assert.Equal("own", clerk.GetProperty("scope").GetProperty("key").GetString());
        Assert.False(buyer.GetProperty("isWithin").GetBoolean());
        Assert.Equal("Those cheap", buyer.GetProperty("scope").GetProperty("name").GetString());

        // What holds for everybody holds for those who may do everything too.
        await office.Office.DoAsync("roles:setSystemRoleMode", new { roleMode = "default" });
        var destroy = ExplainedOffice.ActionOf(
            await office.ExplainAsync("chief", "roles", "member", "root"),
            "destroy"
        );
        Assert.True(destroy.GetProperty("isAllowed").GetBoolean());
        Assert.False(destroy.GetProperty("record").GetProperty("isWithin").GetBoolean());
        Assert.False(destroy.GetProperty("record").GetProperty("meetsFixed").GetBoolean());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_cannot_be_explained_is_refused_and_the_parameter_named(Backend backend)
    {
        await using var office = await ExplainedOffice.OpenAsync(backend);
        var user = office.IdOf("only_viewer");
        foreach (
            var (query, status, field) in new[]
            {
                ("collection=bills", 400, "userId"),
                ("userId=&collection=bills", 400, "userId"),
                ("userId=x&collection=bills", 400, "userId"),
                ("userId=987654&collection=bills", 404, "987654"),
                ($"userId={user}", 400, "collection"),
                ($"userId={user}&collection=nothing", 404, "nothing"),
                ($"userId={user}&collection=bills&recordKey=", 400, "recordKey"),
                ($"userId={user}&collection=bills&recordKey=abc", 400, "recordKey"),
                ($"userId={user}&collection=bills&recordKey=[1]", 400, "recordKey"),
                ($"userId={user}&collection=bills&recordKey={{", 400, "recordKey"),
                ($"userId={user}&collection=bills&recordKey=987654", 404, "987654"),
                ($"userId={user}&collection=bills&role=owner", 400, "role"),
            }
        )
        {
            var (answered, answer) = await office.Office.App.SendAsync(
                "GET",
                "roles:explain?" + query,
                null,
                office.Office.Root
            );
            Assert.True(status == answered, $"{query}: {answered} {answer}");
            Assert.Contains(field, answer.GetProperty("errors")[0].GetRawText(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Only_those_who_manage_roles_ask(Backend backend)
    {
        await using var office = await ExplainedOffice.OpenAsync(backend);
        var path = $"roles:explain?userId={office.IdOf("only_clerk")}&collection=bills";
        Assert.Equal(403, await office.Office.StatusAsync(office.TokenOf("only_buyer"), "GET", path));
        Assert.Equal(403, await office.Office.StatusAsync(office.TokenOf("only_personnel"), "GET", path));
        var keeper = await office.Office.HireAsync("keeper", [], ["pm.acl.roles"]);
        Assert.Equal(200, await office.Office.StatusAsync(keeper, "GET", path));
    }

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(t => t.GetString());
}
