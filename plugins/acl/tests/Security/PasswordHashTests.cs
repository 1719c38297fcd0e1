using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests.Security;

/// <summary>What is stored of a password is in no answer, and no question about it is answered.</summary>
[Trait("ASVS", "V8")]
public sealed class PasswordHashTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task No_answer_to_anybody_holds_a_password_hash(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("bills:create", new { title = "a" });
        var people = await office.HireAsync("people", ["view", "create", "update", "destroy"], ["pm.*", "ui.*"]);
        var hashes = await HashesAsync(office);
        Assert.True(hashes.Count >= 2);
        foreach (var who in new[] { office.Root, people, await office.HireAsync("admin2", ["view"]) })
        {
            foreach (
                var (path, body) in new (string, string?)[]
                {
                    ("users:list", null),
                    ("users:list?fields=id,password", null),
                    ("users:list?fields[]=password", null),
                    ("users:list?appends=password", null),
                    ("users:list?except=username", null),
                    ("users:get?filterByTk=1&fields=password,resetToken", null),
                    ("users:get?filterByTk=1&isTemplate=true", null),
                    ("users:list?filter[password.$notEmpty]=true&fields=password", null),
                    ("bills:list?appends=createdBy&fields=createdBy.password", null),
                    ("bills:list?appends=createdBy.createdBy,createdBy.roles.users", null),
                    ("bills:get?filterByTk=1&fields[]=createdBy.password", null),
                    ("bills/1/createdBy:get?fields=password", null),
                    ("roles/root/users:list?fields=password", null),
                    ("roles:list?appends=users&fields=users.password", null),
                    ("rolesUsers:list", null),
                    ("auth:check", null),
                    ("users:listExcludeRole?roleName=x&fields=password", null),
                    ("users:firstOrCreate?filterKeys[]=username&fields=password", """{"username":"u_people"}"""),
                    ("users:updateOrCreate?filterKeys[]=username", """{"username":"u_people","nickname":"P"}"""),
                    ("users:update?filterByTk=2", """{"nickname":"Q","password":""}"""),
                    ("bills:update?filterByTk=1&updateAssociationValues[]=createdBy", """{"createdBy":{"id":1}}"""),
                    ("bills:create", """{"title":"x","createdBy":{"id":1,"password":"y"}}"""),
                    ("users:query", """{"dimensions":[{"field":"password"}]}"""),
                    ("users:query", """{"measures":[{"field":"password","aggregation":"max"}]}"""),
                    ("bills:query", """{"dimensions":[{"field":"createdBy.password"}]}"""),
                }
            )
            {
                var given = body is null ? (JsonElement?)null : JsonElement.Parse(body);
                var (_, answer) = await office.App.SendAsync(body is null ? "GET" : "POST", path, given, who);
                var text = answer.ValueKind == JsonValueKind.Undefined ? "" : answer.GetRawText();
                Assert.True(!hashes.Any(h => text.Contains(h, StringComparison.OrdinalIgnoreCase)), path);
                Assert.DoesNotContain("\"password\":", text, StringComparison.Ordinal);
                Assert.DoesNotContain("\"resetToken\":", text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(hashes, (await HashesAsync(office)).Take(hashes.Count));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task No_question_about_a_password_hash_is_answered(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        await office.DoAsync("bills:create", new { title = "a" });
        var people = await office.HireAsync("people", ["view", "create", "update", "destroy"], ["pm.*"]);
        foreach (var who in new[] { office.Root, people })
        {
            foreach (
                var (path, body) in new (string, string?)[]
                {
                    ("users:list?filter[password]=x", null),
                    ("users:list?filter[password.$like]=a%", null),
                    ("users:list?filter[password.$gt]=5", null),
                    ("users:list?filter[password.$in][]=x", null),
                    ("""users:list?filter={"$not":{"password.$startsWith":"a"}}""", null),
                    ("""users:list?filter={"username.$col":"password"}""", null),
                    ("""users:list?filter={"password.$col":"username"}""", null),
                    ("users:list?sort=password", null),
                    ("users:list?sort=-password", null),
                    ("bills:list?filter[createdBy.password.$gt]=5", null),
                    ("bills:list?sort=createdBy.password", null),
                    ("roles:list?filter[users.password.$gt]=5", null),
                    ("users:firstOrCreate?filterKeys[]=password", """{"password":"x"}"""),
                    ("users:updateOrCreate?filterKeys[]=password", """{"password":"x"}"""),
                    ("bills:firstOrCreate?filterKeys[]=createdBy.password", """{"createdBy":{"password":"x"}}"""),
                    (
                        "users:query",
                        """{"measures":[{"field":"id","aggregation":"count"}],"filter":{"password":"x"}}"""
                    ),
                    (
                        "users:query",
                        """{"dimensions":[{"field":"id"}],"orders":[{"field":"password","order":"asc"}]}"""
                    ),
                    (
                        "users:query",
                        """
                        {"measures":[{"field":"password","aggregation":"count","alias":"n","distinct":true}],
                         "having":{"n":{"$gt":0}}}
                        """
                    ),
                    ("users:destroy?filter[password.$gt]=5", "{}"),
                    ("users:update?filter[password.$gt]=5", """{"nickname":"x"}"""),
                }
            )
            {
                var given = body is null ? (JsonElement?)null : JsonElement.Parse(body);
                var status = await office.StatusAsync(who, body is null ? "GET" : "POST", path, given);
                Assert.True(status is 400 or 403, $"{path} {body}: {status}");
            }
        }

        Assert.Equal(2, (await office.GetAsync(office.Root, "users:list")).GetArrayLength());
    }

    private static async Task<List<string>> HashesAsync(Office office)
    {
        await using var connection = await office.App.Database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT password FROM users WHERE password IS NOT NULL ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var hashes = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            hashes.Add(reader.GetString(0));
        }

        return hashes;
    }
}
