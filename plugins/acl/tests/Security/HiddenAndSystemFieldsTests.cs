using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests.Security;

/// <summary>What a body holds beyond what its sender may write is not written.</summary>
[Trait("ASVS", "V5")]
public sealed class HiddenAndSystemFieldsTests
{
    private const string Forged = """
        {"title":"mine","secret":"no","amount":9,"id":77,"createdById":1,"updatedById":1,"createdBy":1,
         "createdAt":"2001-01-01T00:00:00Z","updatedAt":"2001-01-01T00:00:00Z","clientId":1,"unknown":"x",
         "__proto__":{"secret":"no"},"constructor":"x"}
        """;

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Fields_outside_the_list_are_not_written_by_any_way_of_writing(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("clients:create", new { name = "c" });
        var clerk = await office.HireAsync("clerk", []);
        await office.RuleAsync(
            "clerk",
            "bills",
            ("view", ["title"], null),
            ("create", ["title"], null),
            ("update", ["title"], null)
        );
        foreach (
            var path in new[]
            {
                "bills:create",
                "bills:create?whitelist=title,secret,amount,id,createdById,clientId",
                "bills:firstOrCreate?filterKeys[]=title",
                "bills:updateOrCreate?filterKeys[]=title",
            }
        )
        {
            await office.DoAsync(path, JsonElement.Parse(Forged), clerk);
            var bill = Assert.Single((await office.GetAsync(office.Root, "bills:list")).EnumerateArray().ToList());
            Check(bill, path);
            var id = bill.GetProperty("id");
            foreach (
                var change in new[]
                {
                    $"bills:update?filterByTk={id}",
                    $"bills:update?filterByTk={id}&whitelist=secret,amount",
                    $"bills:update?filterByTk={id}&updateAssociationValues[]=createdBy",
                    "bills:updateOrCreate?filterKeys[]=title",
                }
            )
            {
                await office.DoAsync(change, JsonElement.Parse(Forged), clerk);
                Check(
                    Assert.Single((await office.GetAsync(office.Root, "bills:list")).EnumerateArray().ToList()),
                    change
                );
            }

            await office.DoAsync($"bills:destroy?filterByTk={id}");
        }

        static void Check(JsonElement bill, string path)
        {
            foreach (var name in new[] { "secret", "amount", "clientId" })
            {
                Assert.True(bill.GetProperty(name).ValueKind == JsonValueKind.Null, $"{path}: {name}");
            }

            Assert.True(bill.GetProperty("createdById").GetInt64() == 2, $"{path}: createdById");
            Assert.True(bill.GetProperty("id").GetInt64() != 77, $"{path}: id");
            Assert.False(bill.TryGetProperty("unknown", out _), path);
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Who_made_a_record_is_nobodys_to_say_even_without_a_list_of_fields(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("bills:create", new { title = "root's" });
        var clerk = await office.HireAsync("clerk", ["view", "create", "update:own", "destroy:own"]);
        var made = await office.DoAsync(
            "bills:create",
            JsonElement.Parse("""{"title":"mine","createdById":1,"createdBy":{"id":1}}"""),
            clerk
        );
        Assert.Equal(2, await CreatorAsync(made.GetProperty("id").GetInt64()));
        await office.DoAsync(
            $"bills:update?filterByTk={made.GetProperty("id")}",
            JsonElement.Parse("""{"createdById":1,"createdBy":{"id":1},"id":78}"""),
            clerk
        );
        Assert.Equal(2, await CreatorAsync(made.GetProperty("id").GetInt64()));

        // Nor is a foreign record made one's own, nor written over by its key.
        foreach (
            var (path, body) in new[]
            {
                ("bills:update?filterByTk=1", """{"createdById":2}"""),
                ("bills:create", """{"id":1,"title":"taken"}"""),
                ("bills:updateOrCreate?filterKeys[]=id", """{"id":1,"title":"taken","createdById":2}"""),
                ("bills/1/createdBy:set", "[2]"),
                ("users/2/createdBy:set", "[2]"),
            }
        )
        {
            await office.App.SendAsync("POST", path, JsonElement.Parse(body), clerk);
            Assert.Equal(1, await CreatorAsync(1));
            var bill = await office.GetAsync(office.Root, "bills:get?filterByTk=1");
            Assert.True(bill.GetProperty("title").GetString() == "root's", path);
        }

        async Task<long> CreatorAsync(long id) =>
            (await office.GetAsync(office.Root, $"bills:get?filterByTk={id}")).GetProperty("createdById").GetInt64();
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Nobody_makes_a_foreign_record_their_own_to_get_the_rights_of_its_creator(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync(
            "collections/users/fields:create",
            JsonElement.Parse(
                """{"name":"bills","type":"hasMany","interface":"o2m","target":"bills","foreignKey":"createdById"}"""
            )
        );
        await office.DoAsync("bills:create", new { title = "root's" });
        var clerk = await office.HireAsync("clerk", ["view", "create", "update", "destroy:own"]);
        foreach (
            var (path, body) in new[]
            {
                ("bills/1/createdBy:set", "[2]"),
                ("bills/1/createdBy:add", "[2]"),
                ("bills/1/createdBy:remove", "[1]"),
                ("bills/1/createdBy:toggle", "[2]"),
                ("users/2/bills:add", "[1]"),
                ("users/2/bills:set", "[1]"),
                ("bills:update?filterByTk=1", """{"createdBy":2}"""),
                ("bills:update?filterByTk=1&updateAssociationValues[]=createdBy", """{"createdBy":{"id":2}}"""),
                ("bills:updateOrCreate?filterKeys[]=title", """{"title":"root's","createdById":2,"createdBy":2}"""),
                ("bills:update?forceUpdate=true", """{"createdById":2}"""),
                ("bills:create", """{"title":"x","createdBy":{"id":2,"bills":[1]}}"""),
            }
        )
        {
            await office.App.SendAsync("POST", path, JsonElement.Parse(body), clerk);
            var bill = await office.GetAsync(office.Root, "bills:get?filterByTk=1");
            Assert.True(bill.GetProperty("createdById").GetInt64() == 1, $"{path} {body}");
            Assert.Equal(403, await office.StatusAsync(clerk, "POST", "bills:destroy?filterByTk=1"));
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task People_change_of_their_own_account_what_the_profile_has_and_nothing_else(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var clerk = await office.HireAsync("clerk", ["view"]);
        await office.DoAsync(
            "users:updateProfile",
            JsonElement.Parse(
                """
                {"nickname":"Ann","password":"taken","resetToken":"x","id":1,"createdById":2,"passwordChangeTz":1,
                 "roles":["root"],"systemSettings":{"a":1}}
                """
            ),
            clerk
        );
        await office.App.SignInAsync("u_clerk", "pw-1");
        var user = await office.GetAsync(office.Root, "users:get?filterByTk=2&appends=roles");
        Assert.Equal("Ann", user.GetProperty("nickname").GetString());
        Assert.Equal(1, user.GetProperty("createdById").GetInt64());
        Assert.Equal(
            "clerk",
            Assert.Single(user.GetProperty("roles").EnumerateArray()).GetProperty("name").GetString()
        );
        Assert.Equal(
            "Super Admin",
            (await office.GetAsync(office.Root, "users:get?filterByTk=1")).GetProperty("nickname").GetString()
        );
    }
}
