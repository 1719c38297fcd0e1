using System.Text.Json;

namespace Pergola.Plugins.AuditLog.Tests;

public sealed class ListTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Filters_find_entries_by_time_person_action_record_result_and_text(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        var guest = await app.HireAsync("guest", []);
        await app.StatusAsync(guest, "POST", "roles:destroy?filterByTk=admin");
        await app.SettleAsync();
        var started = TimeProvider.System.GetUtcNow().AddHours(-1).ToString("O");
        Assert.Empty(await app.ListAsync(new { at = new Dictionary<string, string> { ["$dateBefore"] = started } }));
        Assert.NotEmpty(await app.ListAsync(new { at = new Dictionary<string, string> { ["$dateAfter"] = started } }));
        var user = (await app.ListAsync(new { account = "u_guest" }))[0].GetProperty("userId").GetInt64();
        Assert.Equal(2, (await app.ListAsync(new { userId = user })).Count);
        Assert.Single(await app.ListAsync(new { action = new Dictionary<string, string[]> { ["$in"] = ["destroy"] } }));
        Assert.Single(await app.ListAsync(new { resource = "roles", recordKey = "guest" }));
        Assert.Single(await app.ListAsync(JsonElement.Parse("""{"status":{"$gte":400}}""")));
        Assert.Equal(2, (await app.ListAsync(new { text = "THE GUEST" })).Count);
        Assert.Single(await app.ListAsync(new { text = "the guest", action = "destroy" }));
        Assert.Empty(await app.ListAsync(new { text = "100%" }));
        Assert.NotEmpty(await app.ListAsync(new { text = "127.0.0" }));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Pages_stay_what_they_were_while_entries_arrive(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        for (var made = 0; made < 7; made++)
        {
            await app.DoAsync("roles:create", new { name = $"r{made}" });
        }

        await app.WaitAsync(new { resource = "roles" }, 7);
        var first = await PageAsync(app, "page=1&pageSize=3");
        Assert.Equal(["r6", "r5", "r4"], Keys(first));
        Assert.Equal(7, first.GetProperty("meta").GetProperty("count").GetInt32());
        Assert.Equal(3, first.GetProperty("meta").GetProperty("totalPage").GetInt32());
        var newest = first.GetProperty("data")[0].GetProperty("id");
        await app.DoAsync("roles:create", new { name = "later" });
        await app.WaitAsync(new { resource = "roles", recordKey = "later" });
        Assert.Equal(["r3", "r2", "r1"], Keys(await PageAsync(app, $"page=2&pageSize=3&until={newest}")));
        var last = await PageAsync(app, $"page=3&pageSize=3&until={newest}&count=none");
        Assert.Equal(["r0"], Keys(last));
        Assert.False(last.GetProperty("meta").TryGetProperty("count", out _));
        Assert.Equal(["later", "r6", "r5"], Keys(await PageAsync(app, "page=1&pageSize=3")));
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task What_is_wrong_with_a_request_is_said(Backend backend)
    {
        await using var app = await Watched.OpenAsync(backend);
        foreach (
            var (query, names) in new[]
            {
                ("filter={\"colour\":\"red\"}", "colour"),
                ("filter={\"at\":{\"$dateOn\":\"noon\"}}", "noon"),
                ("filter={\"text\":5}", "text"),
                ("filter=[]", "filter"),
                ("filter={\"status\":{\"$near\":1}}", "$near"),
                ("until=soon", "until"),
                ("page=0", "page"),
                ("pageSize=x", "pageSize"),
            }
        )
        {
            var (status, answer) = await app.App.SendAsync("GET", "auditLogs:list?" + query, null, app.Root);
            Assert.True(status == 400, $"{query}: {status}");
            Assert.Contains(names, answer.GetRawText(), StringComparison.Ordinal);
        }

        Assert.Equal(
            200,
            await app.StatusAsync(app.Root, "GET", "auditLogs:list?filter={\"text\":\"a\",\"text\":\"b\"}")
        );
        Assert.Equal(404, await app.StatusAsync(app.Root, "GET", "auditLogs:get?filterByTk=1"));
        Assert.Equal(400, await app.StatusAsync(app.Root, "GET", "auditLogs:get"));
        Assert.Equal(400, await app.StatusAsync(app.Root, "GET", "auditLogs:get?filterByTk=x"));
        Assert.Equal(400, await app.StatusAsync(app.Root, "GET", "auditLogs:export?format=xlsx"));
    }

    private static async Task<JsonElement> PageAsync(Watched app, string query)
    {
        var (status, answer) = await app.App.SendAsync(
            "GET",
            "auditLogs:list?filter={\"resource\":\"roles\"}&" + query,
            null,
            app.Root
        );
        Assert.Equal(200, status);
        return answer;
    }

    private static IEnumerable<string?> Keys(JsonElement page) =>
        page.GetProperty("data").EnumerateArray().Select(e => e.GetProperty("recordKey").GetString());
}
