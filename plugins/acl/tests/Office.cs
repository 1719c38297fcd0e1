using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests;

/// <summary>An app with three collections, records of two people, and roles that a test describes.</summary>
internal sealed class Office(AppUnderTest app, (string, string) root) : IAsyncDisposable
{
    public AppUnderTest App { get; } = app;

    public (string Name, string Value) Root { get; } = root;

    public static async Task<Office> OpenAsync(Backend backend)
    {
        var app = await AppUnderTest.StartAsync(backend);
        var office = new Office(app, await app.SignInAsync());
        await office.DefineAsync("clients", Field("name"), Field("phone"));
        await office.DefineAsync(
            "bills",
            Field("title"),
            Field("secret"),
            """{"name":"amount","type":"integer","interface":"integer"}""",
            """{"name":"client","type":"belongsTo","interface":"m2o","target":"clients","foreignKey":"clientId"}""",
            """{"name":"notes","type":"hasMany","interface":"o2m","target":"remarks","foreignKey":"billId"}"""
        );
        await office.DefineAsync("remarks", Field("text"), Field("inner"));
        return office;
    }

    /// <summary>Signs in as somebody new who has one role, with this strategy and snippets.</summary>
    public async Task<(string Name, string Value)> HireAsync(string role, string[] strategy, string[]? snippets = null)
    {
        await DoAsync(
            "roles:create",
            new
            {
                name = role,
                title = role,
                snippets = snippets ?? [],
            }
        );
        await DoAsync(
            $"dataSources/main/roles:update?filterByTk={role}",
            new { strategy = new { actions = strategy } }
        );
        await DoAsync(
            "users:create",
            new
            {
                username = "u_" + role,
                password = "pw-1",
                roles = new[] { role },
            }
        );
        return await App.SignInAsync("u_" + role, "pw-1");
    }

    /// <summary>Rules of its own for a collection: action, fields, scope key.</summary>
    public Task RuleAsync(
        string role,
        string collection,
        params (string Action, string[] Fields, string? Scope)[] rules
    ) => DoAsync($"roles:applyDataPermissions?filterByTk={role}", BodyOf(collection, rules));

    /// <summary>The same as <c>roles:applyDataPermissions</c> takes it.</summary>
    public static object BodyOf(string collection, (string Action, string[] Fields, string? Scope)[] rules) =>
        new
        {
            resources = new[]
            {
                new
                {
                    name = collection,
                    usingActionsConfig = true,
                    actions = rules.Select(r => new
                    {
                        name = r.Action,
                        fields = r.Fields,
                        scopeKey = r.Scope,
                    }),
                },
            },
        };

    public async Task<JsonElement> DoAsync(string path, object? body = null, (string, string)? who = null)
    {
        var (status, answer) = await App.SendAsync("POST", path, body, who ?? Root);
        Assert.True(status == 200, $"{path}: {status} {answer}");
        return answer.TryGetProperty("data", out var data) ? data : default;
    }

    public async Task<int> StatusAsync((string, string) who, string method, string path, object? body = null) =>
        (await App.SendAsync(method, path, body, who)).Status;

    public async Task<JsonElement> GetAsync((string, string) who, string path)
    {
        var (status, answer) = await App.SendAsync("GET", path, null, who);
        Assert.True(status == 200, $"{path}: {status} {answer}");
        return answer.GetProperty("data");
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static string Field(string name) => $$"""{"name":"{{name}}","type":"string","interface":"input"}""";

    private async Task DefineAsync(string name, params string[] fields)
    {
        string[] all =
        [
            """{"name":"createdBy","type":"belongsTo","target":"users","foreignKey":"createdById","interface":"createdBy"}""",
            .. fields.Where(f => !f.Contains("\"hasMany\"", StringComparison.Ordinal)),
        ];
        await DoAsync(
            "collections:create",
            JsonElement.Parse($$"""{"name":"{{name}}","fields":[{{string.Join(',', all)}}]}""")
        );
        if (name == "remarks")
        {
            await DoAsync(
                "collections/bills/fields:create",
                JsonElement.Parse(
                    """{"name":"notes","type":"hasMany","interface":"o2m","target":"remarks","foreignKey":"billId"}"""
                )
            );
        }
    }
}
