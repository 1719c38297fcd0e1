using System.Diagnostics;
using System.Text.Json;

namespace Pergola.Plugins.AuditLog.Tests;

/// <summary>An app whose log is read while things happen in it.</summary>
internal sealed class Watched(AppUnderTest app, (string, string) root) : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public AppUnderTest App { get; } = app;

    public (string Name, string Value) Root { get; } = root;

    public static async Task<Watched> OpenAsync(Backend backend)
    {
        var app = await AppUnderTest.StartAsync(backend);
        return new Watched(app, await app.SignInAsync());
    }

    public static async Task<Watched> OpenAsync(TestDatabase database)
    {
        var app = await AppUnderTest.StartAsync(database);
        return new Watched(app, await app.SignInAsync());
    }

    public async Task<JsonElement> DoAsync(string path, object? body = null, (string, string)? who = null)
    {
        var (status, answer) = await App.SendAsync("POST", path, body, who ?? Root);
        Assert.True(status is 200 or 204, $"{path}: {status} {answer}");
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("data", out var data) ? data : default;
    }

    public async Task<int> StatusAsync((string, string)? who, string method, string path, object? body = null) =>
        (await App.SendAsync(method, path, body, who is { } header ? [header] : [])).Status;

    public Task DefineAsync(string name, string options, params string[] fields) =>
        DoAsync(
            "collections:create",
            JsonElement.Parse($$"""{"name":"{{name}}",{{options}}"fields":[{{string.Join(',', fields)}}]}""")
        );

    /// <summary>A role with this strategy and these snippets, and somebody who has it.</summary>
    public async Task<(string Name, string Value)> HireAsync(string role, string[] strategy, params string[] snippets)
    {
        await DoAsync("roles:create", new { name = role, snippets });
        await DoAsync(
            $"dataSources/main/roles:update?filterByTk={role}",
            new { strategy = new { actions = strategy } }
        );
        var user = new
        {
            username = "u_" + role,
            nickname = "The " + role,
            password = "pw-of-" + role,
            roles = new[] { role },
        };
        await DoAsync("users:create", user);
        return await App.SignInAsync("u_" + role, "pw-of-" + role);
    }

    /// <summary>Entries that a filter selects, newest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(object? filter = null, string more = "") =>
        [.. (await PageAsync(filter, more)).GetProperty("data").EnumerateArray()];

    public async Task<JsonElement> PageAsync(object? filter = null, string more = "")
    {
        var text = Uri.EscapeDataString(JsonSerializer.Serialize(filter ?? new { }));
        var (status, answer) = await App.SendAsync(
            "GET",
            $"auditLogs:list?pageSize=200&filter={text}{more}",
            null,
            Root
        );
        Assert.True(status == 200, $"{status} {answer}");
        return answer;
    }

    /// <summary>Waits until a filter selects this many entries, which arrive a moment after what they tell of.</summary>
    public async Task<IReadOnlyList<JsonElement>> WaitAsync(object filter, int count = 1)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var entries = await ListAsync(filter);
            if (entries.Count >= count)
            {
                return entries;
            }

            Assert.True(
                Stopwatch.GetElapsedTime(started) < Deadline,
                $"{entries.Count} of {count} entries for {JsonSerializer.Serialize(filter)}"
            );
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until everything that has happened so far is in the log.</summary>
    public async Task SettleAsync()
    {
        var name = "settled" + Guid.NewGuid().ToString("N")[..8];
        await DoAsync("roles:create", new { name });
        await WaitAsync(new { resource = "roles", recordKey = name });
    }

    /// <summary>The values recorded with the only entry of a filter, of the last one else.</summary>
    public async Task<IReadOnlyList<JsonElement>> ChangesAsync(object filter)
    {
        var id = (await WaitAsync(filter))[0].GetProperty("id");
        var (status, answer) = await App.SendAsync("GET", $"auditLogs:get?filterByTk={id}", null, Root);
        Assert.Equal(200, status);
        return [.. answer.GetProperty("data").GetProperty("changes").EnumerateArray()];
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
