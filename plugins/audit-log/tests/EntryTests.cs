using System.Text.Json;

namespace Pergola.Plugins.AuditLog.Tests;

/// <summary>What becomes an entry, what does not, and what an entry says.</summary>
[Trait("ASVS", "V7")]
public sealed class EntryTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_change_says_who_did_what_to_which_record_and_from_where(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        await app.DefineAsync("plants", "", """{"name":"name","type":"string","interface":"input"}""");
        var gardener = await app.HireAsync("gardener", ["create", "view", "update", "destroy"]);
        var id = (await app.DoAsync("plants:create", new { name = "fern" }, gardener)).GetProperty("id").GetInt64();
        await app.DoAsync($"plants:update?filterByTk={id}", new { name = "moss" }, gardener);
        await app.DoAsync($"plants:destroy?filterByTk={id}", null, gardener);
        var entries = await app.WaitAsync(new { resource = "plants" }, 3);
        Assert.Equal(["destroy", "update", "create"], entries.Select(e => Text(e, "action")));
        foreach (var entry in entries)
        {
            Assert.Equal("The gardener", Text(entry, "userName"));
            Assert.True(entry.GetProperty("userId").GetInt64() > 1);
            Assert.Equal("gardener", Text(entry, "role"));
            Assert.Equal("plants", Text(entry, "collection"));
            Assert.Equal($"{id}", Text(entry, "recordKey"));
            Assert.Equal(200, entry.GetProperty("status").GetInt32());
            Assert.InRange(entry.GetProperty("duration").GetInt32(), 0, 60_000);
            Assert.Equal("127.0.0.1", Text(entry, "address"));
            Assert.Equal("main", Text(entry, "dataSource"));
            Assert.True(Guid.TryParse(Text(entry, "requestId"), out _));
            var age = TimeProvider.System.GetUtcNow() - entry.GetProperty("at").GetDateTimeOffset();
            Assert.InRange(age.TotalSeconds, -1, 60);
        }
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Signing_in_and_out_and_changing_a_password_are_entries(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        Assert.Equal(401, await app.StatusAsync(null, "POST", "auth:signIn", new { account = "ann", password = "?" }));
        var guest = await app.HireAsync("guest", []);
        await app.DoAsync(
            "auth:changePassword",
            new
            {
                oldPassword = "pw-of-guest",
                newPassword = "n-1",
                confirmPassword = "n-1",
            },
            guest
        );
        var again = await app.App.SignInAsync("u_guest", "n-1");
        await app.DoAsync("auth:signOut", null, again);
        var entries = await app.WaitAsync(new { resource = "auth", action = "signOut" });
        Assert.Equal("The guest", Text(entries[0], "userName"));
        var failed = Assert.Single(await app.WaitAsync(new { account = "ann" }));
        Assert.Equal(401, failed.GetProperty("status").GetInt32());
        Assert.Equal(JsonValueKind.Null, failed.GetProperty("userId").ValueKind);
        var signIns = await app.ListAsync(new { account = "u_guest" });
        Assert.Equal(2, signIns.Count);
        Assert.All(signIns, e => Assert.Equal("The guest", Text(e, "userName")));
        Assert.Single(await app.ListAsync(new { action = "changePassword", status = 200 }));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Settings_links_schema_roles_and_keys_are_entries(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        await app.DefineAsync("leaves", "", """{"name":"name","type":"string","interface":"input"}""");
        await app.DefineAsync("trunks", "", """{"name":"name","type":"string","interface":"input"}""");
        await app.DoAsync(
            "collections/trunks/fields:create",
            new
            {
                name = "leaves",
                type = "belongsToMany",
                @interface = "m2m",
                target = "leaves",
                through = "trunkLeaves",
            }
        );
        await app.DoAsync("trunks:create", new { name = "t" });
        await app.DoAsync("leaves:create", new[] { new { name = "a" }, new { name = "b" } });
        await app.DoAsync("trunks/1/leaves:add", new[] { 1, 2 });
        await app.DoAsync("systemSettings:put", new { title = "Garden" });
        await app.DoAsync("roles:create", new { name = "helper" });
        var key = await app.DoAsync(
            "apiKeys:create",
            new
            {
                name = "robot",
                role = new { name = "root" },
                expiresIn = "1d",
            }
        );
        await app.DoAsync(
            "trunks:update?filterByTk=1",
            new { name = "by key" },
            ("Authorization", "Bearer " + key.GetProperty("token").GetString())
        );
        var update = Assert.Single(await app.WaitAsync(new { resource = "trunks", action = "update" }));
        Assert.Equal("robot", Text(update, "apiKey"));
        var linked = Assert.Single(await app.ListAsync(new { resource = "trunks.leaves" }));
        Assert.Equal("1", Text(linked, "sourceKey"));
        Assert.Equal("""["1","2"]""", linked.GetProperty("recordKeys").GetRawText());
        var two = Assert.Single(await app.ListAsync(new { resource = "leaves" }));
        Assert.Equal(2, two.GetProperty("recordCount").GetInt32());
        Assert.Equal(JsonValueKind.Null, two.GetProperty("recordKey").ValueKind);
        // What was done to its fields is part of its history.
        Assert.Equal(2, (await app.ListAsync(new { resource = "collections", recordKey = "trunks" })).Count);
        Assert.Single(await app.ListAsync(new { resource = "collections.fields", sourceKey = "trunks" }));
        Assert.Single(await app.ListAsync(new { resource = "systemSettings", action = "put" }));
        Assert.Single(
            await app.ListAsync(
                new
                {
                    resource = "roles",
                    action = "create",
                    recordKey = "helper",
                }
            )
        );
        Assert.Single(await app.ListAsync(new { resource = "apiKeys", action = "create" }));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Reads_are_entries_when_they_are_refused_or_asked_for(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        var guest = await app.HireAsync("guest", []);
        foreach (var read in new[] { "users:list", "users:get?filterByTk=1", "roles:check", "collections:listMeta" })
        {
            Assert.Equal(200, await app.StatusAsync(app.Root, "GET", read));
        }

        Assert.Equal(401, await app.StatusAsync(null, "GET", "users:list"));
        Assert.Equal(401, await app.StatusAsync(null, "POST", "users:create", new { username = "x" }));
        Assert.Equal(403, await app.StatusAsync(guest, "GET", "users:list"));
        Assert.Equal(403, await app.StatusAsync(guest, "POST", "roles:destroy?filterByTk=admin"));
        await app.SettleAsync();
        var attempts = await app.ListAsync(new { status = 403 });
        Assert.Equal(["destroy", "list"], attempts.Select(e => Text(e, "action")));
        Assert.All(attempts, e => Assert.Equal("The guest", Text(e, "userName")));
        Assert.Empty(await app.ListAsync(JsonElement.Parse("""{"action":{"$in":["get","check","listMeta"]}}""")));
        Assert.Empty(await app.ListAsync(JsonElement.Parse("""{"status":401}""")));

        await app.DoAsync("auditLogs:updateSettings", new { logReads = true });
        Assert.Equal(200, await app.StatusAsync(app.Root, "GET", "users:get?filterByTk=1"));
        var read2 = Assert.Single(await app.WaitAsync(new { resource = "users", action = "get" }));
        Assert.Equal("1", Text(read2, "recordKey"));
        Assert.Empty(await app.ListAsync(new { resource = "auditLogs", action = "list" }));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Whoever_tries_too_often_does_not_fill_the_log(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        for (var attempt = 0; attempt < 15; attempt++)
        {
            await app.StatusAsync(null, "POST", "auth:signIn", new { account = "nobody", password = "?" });
        }

        // Neither with what is refused before any password is looked at.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(400, await app.StatusAsync(null, "POST", "auth:signIn", new { account = "" }));
            Assert.Equal(400, await app.StatusAsync(null, "POST", "auth:signUp", new { username = "<>" }));
        }

        await app.SettleAsync();
        Assert.Single(await app.ListAsync(new { action = "signIn", status = 400 }));
        Assert.Single(await app.ListAsync(new { action = "signUp", status = 400 }));
        var entries = await app.ListAsync(new { account = "nobody" });
        Assert.Equal(10, entries.Count(e => e.GetProperty("status").GetInt32() == 401));
        Assert.Single(entries, e => e.GetProperty("status").GetInt32() == 429);
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Texts_that_a_database_refuses_are_cleaned(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        await app.App.SendAsync(
            "POST",
            "auth:signIn",
            JsonElement.Parse("""{"account":"a\u0000b","password":"?"}"""),
            ("User-Agent", new string('u', 2_000))
        );
        // What is no text at all must not be the end of the request either.
        await app.StatusAsync(app.Root, "POST", "roles:destroy?filterByTk=%22\\ud800%22");
        await app.SettleAsync();
        var entry = Assert.Single(await app.ListAsync(JsonElement.Parse("""{"account":{"$startsWith":"a"}}""")));
        Assert.Equal("a\uFFFDb", Text(entry, "account"));
        Assert.Equal(512, Text(entry, "userAgent")!.Length);
    }

    private static string? Text(JsonElement entry, string name) => entry.GetProperty(name).GetString();
}
