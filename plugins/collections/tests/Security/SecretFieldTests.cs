using System.Text.Json;

namespace Pergola.Plugins.Collections.Tests.Security;

/// <summary>A field of type password, in a collection of one's own, is written and never read.</summary>
[Trait("ASVS", "V8")]
public sealed class SecretFieldTests
{
    private const string Relation = """{"name":"other","type":"belongsTo","target":"users",""";

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task What_is_stored_of_a_password_field_is_in_no_answer(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await OpenAsync(app);
        foreach (
            var (path, body) in new (string, string?)[]
            {
                ("vaults:create", """{"name":"b","code":"open-sesame"}"""),
                ("vaults:create", """[{"name":"c","code":"open-sesame"}]"""),
                ("vaults:update?filterByTk=1", """{"code":"open-again"}"""),
                ("vaults:update?filterByTk=1", """{"name":"z"}"""),
                ("vaults:firstOrCreate?filterKeys[]=name", """{"name":"z","code":"open-sesame"}"""),
                ("vaults:updateOrCreate?filterKeys[]=name", """{"name":"z","code":"open-sesame"}"""),
                ("houses:create", """{"name":"h","vaults":[{"name":"inner","code":"open-sesame"}]}"""),
                (
                    "houses:update?filterByTk=1&updateAssociationValues[]=vaults",
                    """{"vaults":[{"id":1,"code":"open-sesame"}]}"""
                ),
                ("houses/1/vaults:create", """{"name":"d","code":"open-sesame"}"""),
                ("vaults:list", null),
                ("vaults:list?fields=id,code", null),
                ("vaults:list?fields[]=code&filter[code.$notEmpty]=true", null),
                ("vaults:list?appends=code", null),
                ("vaults:get?filterByTk=1", null),
                ("vaults:get?filterByTk=1&fields=code", null),
                ("vaults:get?filterByTk=1&isTemplate=true", null),
                ("houses:list?appends=vaults", null),
                ("houses:list?fields=vaults.code", null),
                ("houses/1/vaults:list", null),
            }
        )
        {
            var given = body is null ? (JsonElement?)null : JsonElement.Parse(body);
            var (status, answer) = await app.SendAsync(body is null ? "GET" : "POST", path, given, root);
            Assert.True(status == 200, $"{path}: {status} {answer}");
            await CheckAsync(app, path, answer.GetRawText());
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Nobody_finds_a_password_field_out_by_asking(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await OpenAsync(app);
        foreach (
            var (path, body) in new (string, string?)[]
            {
                ("vaults:list?filter[code]=x", null),
                ("vaults:list?filter[code.$startsWith]=a", null),
                ("vaults:list?filter[code.$regexp]=^a", null),
                ("""vaults:list?filter={"name.$col":"code"}""", null),
                ("vaults:list?sort=code", null),
                ("houses:list?filter[vaults.code.$gt]=5", null),
                ("vaults:firstOrCreate?filterKeys[]=code", """{"code":"x"}"""),
                ("vaults:query", """{"dimensions":[{"field":"code"}]}"""),
                ("vaults:query", """{"measures":[{"field":"code","aggregation":"max"}]}"""),
                ("vaults:query", """{"measures":[{"field":"code","aggregation":"count","distinct":true}]}"""),
                ("vaults:query", """{"dimensions":[{"field":"id"}],"orders":[{"field":"code"}]}"""),
            }
        )
        {
            var given = body is null ? (JsonElement?)null : JsonElement.Parse(body);
            var (status, answer) = await app.SendAsync(body is null ? "GET" : "POST", path, given, root);
            Assert.True(status == 400, $"{path} {body}: {status} {answer}");
            Assert.Contains("code", answer.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task No_change_of_a_definition_shows_the_hashes_of_passwords(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await OpenAsync(app);
        foreach (
            var (path, body) in new[]
            {
                ("collections/users/fields:update?filterByTk=password", """{"type":"string","hidden":false}"""),
                ("collections/users/fields:update?filterByTk=password", """{"type":"text"}"""),
                ("collections/vaults/fields:update?filterByTk=code", """{"type":"string"}"""),
                ("collections/users/fields:create", """{"name":"peek","type":"string","field":"password"}"""),
                ("collections/vaults/fields:create", """{"name":"peek","type":"string","field":"code"}"""),
                ("collections/vaults/fields:create", Relation + """ "foreignKey":"plain","targetKey":"password"}"""),
                (
                    "collections/users/fields:create",
                    """{"name":"vs","type":"hasMany","target":"vaults","foreignKey":"plain","sourceKey":"password"}"""
                ),
                (
                    "collections/vaults/fields:create",
                    """{"name":"us","type":"hasMany","target":"users","foreignKey":"password","sourceKey":"plain"}"""
                ),
                (
                    "collections/users/fields:create",
                    """
                    {"name":"m","type":"belongsToMany","target":"vaults","through":"keys","sourceKey":"password",
                     "foreignKey":"a","otherKey":"b"}
                    """
                ),
                ("collections:update?filterByTk=vaults", """{"filterTargetKey":"code"}"""),
                ("collections:create", """{"name":"spy","tableName":"users","fields":[]}"""),
            }
        )
        {
            var (status, answer) = await app.SendAsync("POST", path, JsonElement.Parse(body), root);
            Assert.True(status == 400, $"{path} {body}: {status} {answer}");
        }

        // These two are allowed and show nothing.
        foreach (
            var (path, body) in new[]
            {
                ("collections/users/fields:update?filterByTk=password", """{"hidden":false}"""),
                (
                    "collections/vaults/fields:create",
                    """{"name":"f","type":"formula","dataType":"string","engine":"formula.js","expression":"{{code}}"}"""
                ),
            }
        )
        {
            await app.SendAsync("POST", path, JsonElement.Parse(body), root);
        }

        await app.SendAsync("POST", "vaults:update?filterByTk=1", new { name = "again" }, root);
        foreach (var path in new[] { "users:list", "users:get?filterByTk=1", "vaults:list", "auth:check" })
        {
            var (status, answer) = await app.SendAsync("GET", path, null, root);
            Assert.Equal(200, status);
            await CheckAsync(app, path, answer.GetRawText());
        }

        Assert.Equal(
            200,
            (await app.SendAsync("POST", "collections/vaults/fields:destroy?filterByTk=code", null, root)).Status
        );
        await app.SendAsync("POST", "collections/vaults/fields:create", new { name = "code", type = "string" }, root);
        var (_, after) = await app.SendAsync("GET", "vaults:list", null, root);
        Assert.Equal(JsonValueKind.Null, after.GetProperty("data")[0].GetProperty("code").ValueKind);
    }

    private static async Task<(string, string)> OpenAsync(AppUnderTest app)
    {
        var root = await app.SignInAsync();
        foreach (
            var (path, body) in new[]
            {
                (
                    "collections:create",
                    """
                    {"name":"vaults","fields":[{"name":"name","type":"string"},{"name":"plain","type":"string"},
                     {"name":"code","type":"password","interface":"password"}]}
                    """
                ),
                (
                    "collections:create",
                    """
                    {"name":"houses","fields":[{"name":"name","type":"string"},
                     {"name":"vaults","type":"hasMany","target":"vaults","foreignKey":"houseId"}]}
                    """
                ),
                ("vaults:create", """{"name":"a","code":"open-sesame"}"""),
            }
        )
        {
            var (status, answer) = await app.SendAsync("POST", path, JsonElement.Parse(body), root);
            Assert.True(status == 200, $"{path}: {status} {answer}");
        }

        return root;
    }

    private static async Task CheckAsync(AppUnderTest app, string path, string answer)
    {
        Assert.DoesNotContain("\"code\":", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"password\":", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("open-", answer, StringComparison.Ordinal);
        await using var connection = await app.Database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT code FROM vaults UNION SELECT password FROM users";
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            if (!await reader.IsDBNullAsync(0, TestContext.Current.CancellationToken))
            {
                Assert.False(answer.Contains(reader.GetString(0), StringComparison.OrdinalIgnoreCase), path);
            }
        }
    }
}
