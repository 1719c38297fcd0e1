using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests.Matrix;

/// <summary>The collections, records, roles and people that <c>rights.txt</c> speaks of.</summary>
internal sealed class MatrixWorld : IAsyncDisposable
{
    private static readonly string[] All = ["create", "view", "update", "destroy"];
    private readonly Dictionary<string, ((string Name, string Value)[] Headers, string Id)> _callers = new(
        StringComparer.Ordinal
    );

    private MatrixWorld(AppUnderTest app, (string, string) root)
    {
        App = app;
        _callers["root"] = ([root], "1");
        _callers["nobody"] = ([], "1");
    }

    public AppUnderTest App { get; }

    public static async Task<MatrixWorld> BuildAsync(Backend backend)
    {
        var app = await AppUnderTest.StartAsync(backend, ("INIT_ROOT_NICKNAME", "~u1~"));
        var world = new MatrixWorld(app, await app.SignInAsync());
        await world.DefineAsync();
        await world.FillAsync();
        await world.AppointAsync();
        return world;
    }

    /// <summary>The headers somebody with this role sends.</summary>
    public (string Name, string Value)[] HeadersOf(string role) => _callers[role].Headers;

    public string IdOf(string role) => _callers[role].Id;

    /// <summary>The second record of every collection is the caller's own.</summary>
    public async Task OwnAsync(string role)
    {
        await using var transaction = await App.Database.BeginAsync(TestContext.Current.CancellationToken);
        foreach (var collection in new[] { "clients", "bills", "remarks", "labels" })
        {
            await using var command = transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction;
            command.CommandText =
                $"UPDATE {App.Schema[collection].Table.Quoted} SET \"createdById\" = {IdOf(role)} WHERE id = 2";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task DefineAsync()
    {
        await CollectionAsync("clients", Text("name"), Text("phone"));
        await CollectionAsync("remarks", Text("text"), Text("inner"));
        await CollectionAsync("labels", Text("name"));
        await CollectionAsync(
            "bills",
            Text("title"),
            Text("secret"),
            """{"name":"amount","type":"integer","interface":"integer"}""",
            """{"name":"sort","type":"sort","interface":"sort"}""",
            """{"name":"client","type":"belongsTo","interface":"m2o","target":"clients","foreignKey":"clientId"}""",
            """{"name":"notes","type":"hasMany","interface":"o2m","target":"remarks","foreignKey":"billId"}""",
            """
            {"name":"tags","type":"belongsToMany","interface":"m2m","target":"labels","through":"billsLabels",
             "foreignKey":"billId","otherKey":"labelId"}
            """
        );
    }

    private async Task FillAsync()
    {
        foreach (var n in new[] { 1, 2 })
        {
            await DoAsync(
                "clients:create",
                new
                {
                    name = $"~n{n}~",
                    phone = $"~p{n}~",
                    rank = n,
                }
            );
            await DoAsync(
                "remarks:create",
                new
                {
                    text = $"~x{n}~",
                    inner = $"~y{n}~",
                    rank = n,
                }
            );
            await DoAsync("labels:create", new { name = $"~l{n}~", rank = n });
            await DoAsync(
                "bills:create",
                new
                {
                    title = $"~t{n}~",
                    secret = $"~s{n}~",
                    amount = 91000 + n,
                    rank = n,
                    client = n,
                    notes = new[] { n },
                    tags = new[] { n },
                }
            );
        }
    }

    private async Task AppointAsync()
    {
        await RoleAsync("none", []);
        await UserAsync("bystander", "~u3~", "none");
        await RoleAsync("all", All);
        await RoleAsync("own", ["create", "view:own", "update:own", "destroy:own"]);
        await RoleAsync("other", All);
        await RulesAsync("other", "bills", ("create", ["title"], null));
        await RoleAsync("snippet", [], "pm.users");
        await RoleAsync("empty", []);
        await RulesAsync("empty", "bills", ("view", [], null), ("create", [], null), ("update", [], null), Destroy());
        await RoleAsync("fields", []);
        string[] fields = ["title", "client", "notes"];
        await RulesAsync(
            "fields",
            "bills",
            ("view", fields, null),
            ("create", fields, null),
            ("update", fields, null),
            Destroy()
        );
        await RulesAsync("fields", "clients", ("view", ["name"], null));
        await RulesAsync("fields", "remarks", ("view", ["text"], null), ("create", ["text"], null));
        await ScopeRoleAsync();
        await RoleAsync("left", []);
        await RulesAsync(
            "left",
            "bills",
            ("view", ["title"], "own"),
            ("create", ["title"], null),
            ("update", ["title"], "own")
        );
        await RoleAsync("right", []);
        await RulesAsync("right", "bills", ("view", ["amount"], null));
        await RulesAsync("right", "clients", ("view", ["name"], null));
        await DoAsync("roles:setSystemRoleMode", new { roleMode = "allow-use-union" });
        foreach (var role in new[] { "all", "own", "fields", "scope", "empty", "other", "none", "snippet" })
        {
            await UserAsync(role, "~u2~", role);
        }

        await UserAsync("union", "~u2~", "left", "right");
        _callers["union"] = ([.. HeadersOf("union"), ("X-Role", "__union__")], IdOf("union"));
    }

    private async Task ScopeRoleAsync()
    {
        await RoleAsync("scope", []);
        foreach (var collection in new[] { "bills", "clients", "remarks", "labels" })
        {
            await DoAsync(
                "dataSources/main/rolesResourcesScopes:create",
                new
                {
                    key = "over_" + collection,
                    name = collection,
                    resourceName = collection,
                    scope = JsonElement.Parse("""{"rank":{"$gt":1}}"""),
                }
            );
        }

        string[] fields = ["title", "secret", "amount", "rank", "sort", "client", "clientId", "notes", "tags"];
        await RulesAsync(
            "scope",
            "bills",
            ("view", fields, "over_bills"),
            ("create", [], null),
            ("update", [], "over_bills"),
            Destroy("over_bills")
        );
        await RulesAsync("scope", "clients", ("view", ["name", "phone", "rank"], "over_clients"));
        await RulesAsync("scope", "remarks", ("view", ["text", "inner", "rank"], "over_remarks"));
        await RulesAsync("scope", "labels", ("view", ["name", "rank"], "over_labels"));
    }

    private static (string, string[], string?) Destroy(string? scope = null) => ("destroy", [], scope);

    private static string Text(string name) => $$"""{"name":"{{name}}","type":"string","interface":"input"}""";

    private Task CollectionAsync(string name, params string[] fields)
    {
        const string Creator = """
            {"name":"createdBy","type":"belongsTo","target":"users","foreignKey":"createdById","interface":"createdBy"},
            {"name":"rank","type":"integer","interface":"integer"}
            """;
        return DoAsync(
            "collections:create",
            JsonElement.Parse($$"""{"name":"{{name}}","fields":[{{Creator}},{{string.Join(',', fields)}}]}""")
        );
    }

    private async Task RoleAsync(string name, string[] actions, params string[] snippets)
    {
        await DoAsync(
            "roles:create",
            new
            {
                name,
                title = name,
                snippets,
            }
        );
        await DoAsync($"dataSources/main/roles:update?filterByTk={name}", new { strategy = new { actions } });
    }

    private Task RulesAsync(
        string role,
        string collection,
        params (string Action, string[] Fields, string? Scope)[] rules
    ) => DoAsync($"roles:applyDataPermissions?filterByTk={role}", Office.BodyOf(collection, rules));

    private async Task UserAsync(string username, string nickname, params string[] roles)
    {
        var user = await DoAsync(
            "users:create",
            new
            {
                username,
                nickname,
                password = "pw-1",
                roles,
            }
        );
        _callers[username] = ([await App.SignInAsync(username, "pw-1")], user.GetProperty("id").ToString());
    }

    private async Task<JsonElement> DoAsync(string path, object body)
    {
        var (status, answer) = await App.SendAsync("POST", path, body, HeadersOf("root"));
        Assert.True(status == 200, $"{path}: {status} {answer}");
        return answer.TryGetProperty("data", out var data) ? data : default;
    }
}
