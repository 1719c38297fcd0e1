using System.Text.Json;

namespace Pergola.PluginTests.Security;

/// <summary>Names and values that would be SQL if they were ever put together with it.</summary>
[Trait("ASVS", "V5")]
public sealed class SqlInjectionTests
{
    private static readonly string[] Hostile =
    [
        "'",
        "\"",
        "`",
        "''; DROP TABLE jars; --",
        "\"; DROP TABLE jars; --",
        "x' OR '1'='1",
        "x\" OR \"1\"=\"1",
        "1); DELETE FROM jars; --",
        "name) FROM users; --",
        "(SELECT password FROM users LIMIT 1)",
        "name UNION SELECT password FROM users",
        "id; UPDATE users SET username = 'x'",
        "name->>'a' = 'b'",
        "$1",
        "?1",
        ":name",
        "@p0",
        "\\'; --",
        "E'\\x27'",
        "$$ $$",
        "/* */ name",
        "name\n-- ",
        "%27%20OR%201=1",
        "pg_sleep(20)",
        "'||(SELECT pg_sleep(20))||'",
        "randomblob(1000000000)",
        "name COLLATE NOCASE",
        "jars\".\"id",
        "\u02BC OR 1=1",
    ];

    /// <summary>{0} is the text as JSON without its quotes, {1} as part of an address.</summary>
    private static readonly (string Method, string Path, string? Body)[] Names =
    [
        ("GET", "jars:list?fields={1}", null),
        ("GET", "jars:list?fields[]={1}", null),
        ("GET", "jars:list?except={1}", null),
        ("GET", "jars:list?appends[]={1}", null),
        ("GET", "jars:list?appends[]=lids({1}={1})", null),
        ("GET", "jars:list?appends[]=lids(sort={1})", null),
        ("GET", "jars:list?sort={1}", null),
        ("GET", "jars:list?sort[]=-{1}", null),
        ("GET", "jars:list?sort=lids.{1}", null),
        ("GET", "jars:list?filter[{1}]=x", null),
        ("GET", "jars:list?filter[name][{1}]=x", null),
        ("GET", "jars:list?filter[lids.{1}]=x", null),
        ("GET", "jars:list?filter[doc.{1}]=x", null),
        ("GET", "jars:list?filter[doc.{1}.b.$gt]=5", null),
        ("GET", "jars:list?filter[name.$col]={1}", null),
        ("GET", "jars:list?pageSize={1}", null),
        ("GET", "jars:list?page={1}", null),
        ("GET", "jars:{1}", null),
        ("GET", "{1}:list", null),
        ("GET", "jars/1/{1}:list", null),
        ("GET", "jars/{1}/lids:list", null),
        ("POST", "jars:query", """{"dimensions":[{"field":"{0}"}]}"""),
        ("POST", "jars:query", """{"dimensions":[{"field":"name","alias":"{0}"}]}"""),
        ("POST", "jars:query", """{"dimensions":[{"field":"createdAt","format":"{0}"}]}"""),
        ("POST", "jars:query", """{"measures":[{"field":"id","aggregation":"{0}"}]}"""),
        ("POST", "jars:query", """{"measures":[{"field":"id","aggregation":"count","alias":"{0}"}]}"""),
        (
            "POST",
            "jars:query",
            """{"measures":[{"field":"id","aggregation":"sum","alias":"n"}],"having":{"{0}":{"$gt":0}}}"""
        ),
        (
            "POST",
            "jars:query",
            """{"dimensions":[{"field":"name"}],"orders":[{"field":"name","alias":"{0}","order":"{0}"}]}"""
        ),
        ("POST", "jars:query", """{"dimensions":[{"field":"name"}],"orders":[{"field":"name","order":"{0}"}]}"""),
        ("POST", "jars:query", """{"dimensions":[{"field":"name"}],"limit":"{0}","offset":"{0}"}"""),
        ("POST", "jars:create", """{"{0}":"x"}"""),
        ("POST", "jars:create?whitelist[]={1}", """{"name":"jar"}"""),
        ("POST", "jars:firstOrCreate?filterKeys[]={1}", """{"name":"jar","{0}":"x"}"""),
        ("POST", "jars:update?filterByTk=1", """{"{0}":"x"}"""),
        ("POST", "jars:update?filterByTk=1&updateAssociationValues[]={1}", """{"lids":[{"{0}":1}]}"""),
        ("POST", "jars:move?sourceId=1&targetId=2&sortField={1}", "{}"),
        ("POST", "collections:create", """{"name":"{0}","fields":[]}"""),
        ("POST", "collections:create", """{"name":"good","tableName":"{0}","fields":[{"name":"{0}","type":"{0}"}]}"""),
        ("POST", "collections/jars/fields:create", """{"name":"{0}","type":"string"}"""),
        (
            "POST",
            "collections/jars/fields:create",
            """{"name":"r","type":"hasMany","target":"{0}","foreignKey":"{0}","onDelete":"{0}"}"""
        ),
    ];

    private static readonly (string Method, string Path, string? Body)[] Values =
    [
        ("GET", "jars:list?filter[name]={1}", null),
        ("GET", "jars:list?filter[name.$like]={1}", null),
        ("GET", "jars:list?filter[name.$includes]={1}", null),
        ("GET", "jars:list?filter[name.$in][]={1}", null),
        ("GET", "jars:list?filter[id]={1}", null),
        ("GET", "jars:list?filter[createdAt.$dateOn]={1}", null),
        ("GET", "jars:list?filter[doc.a]={1}", null),
        ("GET", "jars:list?filter[lids.id.$in][]={1}", null),
        ("GET", "jars:get?filterByTk={1}", null),
        ("GET", "jars:get?filterByTk[id]={1}", null),
        ("POST", "jars:create", """{"name":"{0}","doc":{"{0}":"{0}"}}"""),
        ("POST", "jars:update?filterByTk=2", """{"name":"{0}","doc":["{0}"]}"""),
        ("POST", "jars:update?filterByTk=2", """{"lids":["{0}"]}"""),
        ("POST", "jars:destroy?filterByTk={1}", "{}"),
        ("POST", "jars/2/lids:add?filterByTk={1}", "{}"),
        ("POST", "auth:signIn", """{"account":"{0}","password":"{0}"}"""),
    ];

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Hostile_names_and_values_never_become_statements(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await OpenAsync(app);
        foreach (var (method, path, body) in Names.Concat(Values))
        {
            foreach (var hostile in Hostile)
            {
                var address = path.Replace("{1}", Uri.EscapeDataString(hostile), StringComparison.Ordinal);
                var text = JsonSerializer.Serialize(hostile)[1..^1];
                var given = body is null
                    ? (JsonElement?)null
                    : JsonElement.Parse(body.Replace("{0}", text, StringComparison.Ordinal));
                var started = System.Diagnostics.Stopwatch.GetTimestamp();
                var (status, answer) = await app.SendAsync(method, address, given, root);
                var said = answer.ValueKind == JsonValueKind.Undefined ? "" : answer.GetRawText();
                Assert.True(status < 500, $"{address} {given}: {status} {said}");
                Assert.True(status < 400 || !TellsOfTheDatabase(said), $"{address} {given}: {said}");
                Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds < 10, address);
            }
        }

        // Everything that was there is there, and nobody's name has changed.
        var (_, jars) = await app.SendAsync("GET", "jars:list?filter[name.$in][]=one&sort=id", null, root);
        Assert.Equal(1, jars.GetProperty("data")[0].GetProperty("id").GetInt64());
        var (_, users) = await app.SendAsync("GET", "users:list", null, root);
        Assert.Equal(
            "nocobase",
            Assert.Single(users.GetProperty("data").EnumerateArray()).GetProperty("username").GetString()
        );
    }

    /// <summary>Texts that only a database says, and names of ours that nobody outside needs.</summary>
    private static bool TellsOfTheDatabase(string answer) =>
        new[]
        {
            "syntax error",
            "SQLite",
            "Npgsql",
            "42P01",
            "relation \\\"",
            "no such",
            "unrecognized token",
            "   at ",
        }.Any(text => answer.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static async Task<(string, string)> OpenAsync(AppUnderTest app)
    {
        var root = await app.SignInAsync();
        foreach (
            var (path, body) in new[]
            {
                (
                    "collections:create",
                    """
                    {"name":"jars","createdAt":true,"fields":[{"name":"name","type":"string"},{"name":"doc","type":"json"},
                     {"name":"createdAt","type":"date","field":"createdAt"}]}
                    """
                ),
                ("collections:create", """{"name":"lids","fields":[{"name":"size","type":"integer"}]}"""),
                (
                    "collections/jars/fields:create",
                    """{"name":"lids","type":"hasMany","target":"lids","foreignKey":"jarId"}"""
                ),
                ("jars:create", """[{"name":"one","doc":{"a":"b"}},{"name":"two"}]"""),
            }
        )
        {
            var (status, answer) = await app.SendAsync("POST", path, JsonElement.Parse(body), root);
            Assert.True(status == 200, $"{path}: {status} {answer}");
        }

        return root;
    }
}
