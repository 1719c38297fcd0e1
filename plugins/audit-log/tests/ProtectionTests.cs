namespace Pergola.Plugins.AuditLog.Tests;

/// <summary>The log is there to be read by some and changed by nobody.</summary>
[Trait("ASVS", "V7")]
public sealed class ProtectionTests
{
    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Nobody_changes_it(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        await app.WaitAsync(new { resource = "auth" });
        var before = (await app.ListAsync(new { resource = "auth" }))[0].GetRawText();
        string[] resources =
        [
            "auditLogs",
            "pergola_audit_entries",
            "pergola_audit_changes",
            "pergola_audit_settings",
            "pergola_audit_entries/1/changes",
        ];
        string[] actions =
        [
            "create",
            "update",
            "destroy",
            "move",
            "firstOrCreate",
            "updateOrCreate",
            "add",
            "set",
            "remove",
            "toggle",
            "query",
        ];
        foreach (var path in resources.SelectMany(r => actions.Select(a => $"{r}:{a}?filterByTk=1&forceUpdate=true")))
        {
            var status = await app.StatusAsync(app.Root, "POST", path, new { status = 1 });
            Assert.True(status is 403 or 404, $"{path}: {status}");
        }

        foreach (var table in resources[1..4])
        {
            Assert.Equal(404, await app.StatusAsync(app.Root, "GET", $"{table}:list"));
            var list = await app.App.SendAsync("GET", "collections:list?paginate=false", null, app.Root);
            Assert.DoesNotContain(table, list.Body.GetRawText(), StringComparison.Ordinal);
            var meta = await app.App.SendAsync("GET", "collections:listMeta", null, app.Root);
            Assert.DoesNotContain(table, meta.Body.GetRawText(), StringComparison.Ordinal);

            // Neither may a collection of somebody's own lead to it, or take its name.
            Assert.Equal(400, await app.StatusAsync(app.Root, "POST", "collections:create", new { name = table }));
        }

        await app.SettleAsync();
        Assert.Equal(before, (await app.ListAsync(new { resource = "auth" }))[^1].GetRawText());
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_collection_of_the_same_name_opens_nothing(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        var status = await app.StatusAsync(app.Root, "POST", "collections:create", new { name = "auditLogs" });
        foreach (var action in new[] { "create", "update", "destroy" })
        {
            Assert.Equal(404, await app.StatusAsync(app.Root, "POST", $"auditLogs:{action}?filterByTk=1", new { }));
        }

        Assert.True(status is 200 or 400);
        Assert.Equal(200, await app.StatusAsync(app.Root, "GET", "auditLogs:list"));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task It_takes_the_snippet_to_read_it(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        var guest = await app.HireAsync("guest", ["view", "create", "update", "destroy", "export"]);
        var auditor = await app.HireAsync("auditor", [], "pm.audit-log");
        string[] actions = ["list", "get?filterByTk=1", "export", "getSettings"];
        foreach (var action in actions)
        {
            Assert.Equal(403, await app.StatusAsync(guest, "GET", "auditLogs:" + action));
            Assert.Equal(401, await app.StatusAsync(null, "GET", "auditLogs:" + action));
            var status = await app.StatusAsync(auditor, "GET", "auditLogs:" + action);
            Assert.True(status is 200 or 404, $"{action}: {status}");
        }

        Assert.Equal(403, await app.StatusAsync(guest, "POST", "auditLogs:updateSettings", new { retentionDays = 1 }));
        Assert.Equal(404, await app.StatusAsync(auditor, "POST", "auditLogs:destroy?filterByTk=1"));
        Assert.Equal(5, (await app.WaitAsync(new { resource = "auditLogs", status = 403 }, 5)).Count);
    }
}
