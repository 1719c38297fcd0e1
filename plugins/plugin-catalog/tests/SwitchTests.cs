using System.Text.Json;
using Pergola.PluginTests.Apps;
using Pergola.Testing;

namespace Pergola.Plugins.PluginCatalog.Tests;

public sealed class SwitchTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [OnEveryDatabase]
    public async Task A_plugin_is_switched_while_requests_flow(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        using var finished = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 2).Select(_ => AskAsync(app, root, finished.Token)).ToList();
        for (var round = 0; round < (TestEnvironment.IsFull ? 20 : 3); round++)
        {
            Assert.Equal(200, (await app.SendAsync("GET", "departments:list", null, root)).Status);
            Assert.Equal((200, ""), await SwitchAsync(app, root, "disable", "departments"));
            Assert.Equal(404, (await app.SendAsync("GET", "departments:list", null, root)).Status);
            Assert.Equal((200, ""), await SwitchAsync(app, root, "enable", "departments"));
        }

        await finished.CancelAsync();
        foreach (var client in clients)
        {
            var (count, slowest) = await client;
            Assert.True(count > 0);
            Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_was_switched_stays_with_the_next_start(Backend backend)
    {
        await using var database = await TestDatabase.CreateAsync(backend, Cancelled);
        await using (var app = await AppUnderTest.StartAsync(database))
        {
            var root = await app.SignInAsync();
            Assert.Equal((200, ""), await SwitchAsync(app, root, "disable", "departments,audit-log"));
        }

        await using var again = await AppUnderTest.StartAsync(database);
        var signedIn = await again.SignInAsync();
        Assert.Equal(404, (await again.SendAsync("GET", "departments:list", null, signedIn)).Status);
        Assert.Equal(404, (await again.SendAsync("GET", "auditLogs:list", null, signedIn)).Status);
        Assert.False(await IsEnabledAsync(again, signedIn, "departments"));
        Assert.Equal((200, ""), await SwitchAsync(again, signedIn, "enable", "@nocobase/plugin-departments"));
        Assert.True(await IsEnabledAsync(again, signedIn, "departments"));
    }

    [Theory]
    [InlineData(
        "enable",
        "zzz",
        "Failed to enable plugin: There is no plugin zzz: it is neither a part of Pergola nor installed"
    )]
    [InlineData(
        "disable",
        "users",
        "Failed to disable plugin: The plugin users is a part of the product and cannot be switched off"
    )]
    [InlineData(
        "disable",
        "api-keys",
        "Failed to disable plugin: The plugin api-keys is a part of the product and cannot be switched off"
    )]
    [InlineData("enable", "../x", "plugin name invalid")]
    [InlineData("enable", "departments,", "plugin name invalid")]
    [InlineData("enable", "a..b", "plugin name invalid")]
    public async Task What_cannot_be_is_refused(string action, string names, string message)
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        Assert.Equal((400, message), await SwitchAsync(app, await app.SignInAsync(), action, names));
    }

    [Theory]
    [InlineData("plugin-sync-adapter-redis")]
    [InlineData("@nocobase/plugin-pubsub-adapter-redis")]
    [InlineData("plugin-lock-adapter-redis,plugin-queue-adapter-redis,plugin-workerid-allocator-redis")]
    [InlineData("embed")]
    public async Task Names_of_existing_installations_are_taken(string names)
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var root = await app.SignInAsync();
        Assert.Equal((200, ""), await SwitchAsync(app, root, "enable", names));
        Assert.True(await IsEnabledAsync(app, root, names.Split(',')[0]));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_change_made_by_a_request_of_the_old_generation_holds_in_the_new_one(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        for (var round = 0; round < 4; round++)
        {
            var name = $"made{round}";
            var made = app.SendAsync("POST", "collections:create", new { name, fields = Array.Empty<object>() }, root);
            var role = app.SendAsync(
                "POST",
                "roles:create",
                new
                {
                    name,
                    title = name,
                    strategy = new { actions = new[] { "view" } },
                },
                root
            );
            Assert.Equal((200, ""), await SwitchAsync(app, root, "disable", "departments"));
            Assert.Equal(200, (await made).Status);
            Assert.Equal(200, (await role).Status);
            Assert.Equal(200, (await app.SendAsync("GET", $"{name}:list", null, root)).Status);
            var check = await app.SendAsync("GET", "roles:check", null, root, ("X-Role", name));
            Assert.Equal(401, check.Status);
            Assert.Equal((200, ""), await SwitchAsync(app, root, "enable", "departments"));
            Assert.Equal(200, (await app.SendAsync("GET", $"{name}:list", null, root)).Status);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Collections_are_made_and_changed_while_a_plugin_is_off(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var root = await app.SignInAsync();
        Assert.Equal((200, ""), await SwitchAsync(app, root, "disable", "departments"));
        var made = new { name = "meanwhile", fields = new[] { new { name = "text", type = "string" } } };
        Assert.Equal(200, (await app.SendAsync("POST", "collections:create", made, root)).Status);
        Assert.Equal(200, (await app.SendAsync("POST", "meanwhile:create", new { text = "x" }, root)).Status);
        var field = new { name = "more", type = "string" };
        Assert.Equal(200, (await app.SendAsync("POST", "collections/users/fields:create", field, root)).Status);
        var (status, _) = await app.SendAsync("POST", "collections/departments/fields:create", field, root);
        Assert.InRange(status, 400, 404);

        Assert.Equal((200, ""), await SwitchAsync(app, root, "enable", "departments"));
        Assert.Equal(200, (await app.SendAsync("POST", "departments:create", new { title = "x" }, root)).Status);
    }

    private static async Task<(int Status, string Message)> SwitchAsync(
        AppUnderTest app,
        (string, string) root,
        string action,
        string names
    )
    {
        var (status, body) = await app.SendAsync(
            "POST",
            $"pm:{action}?awaitResponse=true&filterByTk={Uri.EscapeDataString(names)}",
            null,
            root
        );
        return (
            status,
            body.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("message").GetString()! : string.Empty
        );
    }

    private static async Task<bool> IsEnabledAsync(AppUnderTest app, (string, string) root, string name)
    {
        var (status, body) = await app.SendAsync("GET", $"pm:get?filterByTk={Uri.EscapeDataString(name)}", null, root);
        Assert.Equal(200, status);
        return body.GetProperty("data").GetProperty("enabled").ValueKind == JsonValueKind.True;
    }

    /// <summary>Asks until told to stop; every answer must be right.</summary>
    private static async Task<(int Count, TimeSpan Slowest)> AskAsync(
        AppUnderTest app,
        (string, string) root,
        CancellationToken finished
    )
    {
        var (count, slowest) = (0, TimeSpan.Zero);
        while (!finished.IsCancellationRequested)
        {
            var begun = TimeProvider.System.GetTimestamp();
            Assert.Equal(200, (await app.SendAsync("GET", "users:list", null, root)).Status);
            var renamed = new { nickname = $"{count}" };
            Assert.Equal(200, (await app.SendAsync("POST", "users:update?filterByTk=1", renamed, root)).Status);
            var taken = TimeProvider.System.GetElapsedTime(begun);
            slowest = taken > slowest ? taken : slowest;
            count++;
        }

        return (count, slowest);
    }
}
