using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pergola.Data.Sql;

namespace Pergola.Plugins.EnvironmentVariables.Tests;

/// <summary>An app whose variables are written and looked at.</summary>
internal sealed class Vault(AppUnderTest app, (string Name, string Value) root) : IAsyncDisposable
{
    public AppUnderTest App { get; } = app;

    public (string Name, string Value) Root { get; } = root;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Vault> OpenAsync(Backend backend) => await OfAsync(await AppUnderTest.StartAsync(backend));

    public static async Task<Vault> OpenAsync(TestDatabase database, params (string, string)[] variables) =>
        await OfAsync(await AppUnderTest.StartAsync(database, variables));

    public Task<(int Status, JsonElement Body)> PostAsync(
        string action,
        object? body = null,
        (string, string)? who = null
    ) => App.SendAsync("POST", action, body, who ?? Root);

    public async Task<JsonElement> DoAsync(string action, object? body = null)
    {
        var (status, answer) = await PostAsync(action, body);
        Assert.True(status == 200, $"{action}: {status} {answer}");
        return answer.GetProperty("data");
    }

    /// <summary>Is refused with this status, and a message that has the text in it.</summary>
    public async Task RefusesAsync(int expected, string action, object? body, string text)
    {
        var (status, answer) = await PostAsync(action, body);
        Assert.True(status == expected, $"{action}: {status} {answer}");
        Assert.Contains(
            text,
            answer.GetProperty("errors")[0].GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    public Task SetAsync(string name, string type, string value) =>
        DoAsync(
            "environmentVariables:create",
            new
            {
                name,
                type,
                value,
            }
        );

    public async Task<JsonElement> ListAsync((string, string)? who = null)
    {
        var (status, answer) = await App.SendAsync("GET", "environmentVariables:list", null, who ?? Root);
        Assert.Equal(200, status);
        return answer;
    }

    /// <summary>What the server puts in place of a text.</summary>
    public string Render(string text) =>
        App.Generation(services => services.GetRequiredService<VariableBook>().Render(text));

    /// <summary>A value as it is in the table.</summary>
    public async Task<string> StoredAsync(string name)
    {
        var table = App.Schema["environmentVariables"];
        var (key, value) = (table.Column("name"), table.Column("value"));
        var sql = new SqlWriter(App.Database.Dialect)
            .Append($"SELECT {value.QuotedColumn} FROM {table.Table.Quoted} WHERE {key.QuotedColumn} = ")
            .Parameter(name, key.ColumnType);
        await using var connection = await App.Database.OpenAsync(Cancelled);
        await using var command = App.Database.CreateCommand(connection, null, sql.ToStatement());
        return (string)(await command.ExecuteScalarAsync(Cancelled))!;
    }

    /// <summary>Somebody with an own role, which has these snippets and may do everything with every collection.</summary>
    public async Task<(string Name, string Value)> HireAsync(string role, params string[] snippets)
    {
        await DoAsync("roles:create", new { name = role, snippets });
        string[] actions = ["view", "create", "update", "destroy"];
        await DoAsync($"dataSources/main/roles:update?filterByTk={role}", new { strategy = new { actions } });
        var user = new
        {
            username = "u_" + role,
            password = "pw-of-" + role,
            roles = new[] { role },
        };
        await DoAsync("users:create", user);
        return await App.SignInAsync("u_" + role, "pw-of-" + role);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static async Task<Vault> OfAsync(AppUnderTest app) => new(app, await app.SignInAsync());
}
