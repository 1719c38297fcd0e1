using System.Text.Json;

namespace Pergola.Plugins.AuditLog.Tests;

/// <summary>What records were before and after, where a collection asks for it.</summary>
public sealed class ValueTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Changed_fields_are_kept_with_what_they_were(Backend backend)
    {
        await using var app = await OpenAsync(backend);
        await app.DoAsync("plants:create", new { name = "fern", height = 3 });
        var created = Assert.Single(await app.ChangesAsync(new { resource = "plants", action = "create" }));
        Assert.Equal("create", created.GetProperty("kind").GetString());
        Assert.Equal("1", created.GetProperty("recordKey").GetString());
        Assert.Equal(
            """[{"field":"id","after":1},{"field":"name","after":"fern"},{"field":"height","after":3}]""",
            created.GetProperty("fields").GetRawText()
        );

        await app.DoAsync(
            "plants:update?filterByTk=1",
            new
            {
                name = "moss",
                height = 3,
                notes = new string('n', 5_000),
            }
        );
        var updated = Assert.Single(await app.ChangesAsync(new { resource = "plants", action = "update" }));
        var fields = updated.GetProperty("fields").EnumerateArray().ToList();
        Assert.Equal("""{"field":"name","before":"fern","after":"moss"}""", fields[0].GetRawText());
        Assert.Equal(2, fields.Count);
        Assert.True(fields[1].GetProperty("cut").GetBoolean());
        Assert.Equal(2_000, fields[1].GetProperty("after").GetString()!.Length);

        // Nothing differs, so there is nothing to keep.
        await app.DoAsync("plants:update?filterByTk=1&same=1", new { name = "moss" });
        var both = await app.WaitAsync(new { resource = "plants", action = "update" }, 2);
        Assert.Empty(await app.ChangesAsync(new { id = both[0].GetProperty("id") }));

        await app.DoAsync("plants:destroy?filterByTk=1");
        var gone = Assert.Single(await app.ChangesAsync(new { resource = "plants", action = "destroy" }));
        Assert.Contains(
            """{"field":"name","before":"moss"}""",
            gone.GetProperty("fields").GetRawText(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task A_change_that_is_undone_leaves_no_values(Backend backend)
    {
        await using var app = await OpenAsync(backend);
        await app.DoAsync("plants:create", new { name = "fern", code = "a" });
        var twice = new[] { new { name = "x", code = "b" }, new { name = "y", code = "a" } };
        Assert.Equal(400, await app.StatusAsync(app.Root, "POST", "plants:create", twice));
        Assert.Empty(
            await app.ChangesAsync(
                new
                {
                    resource = "plants",
                    action = "create",
                    status = 400,
                }
            )
        );
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Links_that_come_and_go_are_changes_of_their_record(Backend backend)
    {
        await using var app = await OpenAsync(backend);
        await app.DoAsync("tags:create", new[] { new { name = "a" }, new { name = "b" } });
        await app.DoAsync("plants:create", new { name = "fern", tags = new[] { 1 } });
        await app.DoAsync("plants/1/tags:set", new[] { 2 });
        var created = await app.ChangesAsync(new { resource = "plants", action = "create" });
        Assert.Contains(created, c => Fields(c) == """[{"field":"tags","added":[1]}]""");
        var set = await app.ChangesAsync(new { resource = "plants.tags", action = "set" });
        Assert.All(set, c => Assert.Equal("1", c.GetProperty("recordKey").GetString()));
        Assert.Equal(
            ["""[{"field":"tags","added":[2]}]""", """[{"field":"tags","removed":[1]}]"""],
            set.Select(Fields).Order(StringComparer.Ordinal)
        );

        // The history of a record has what was done to it by way of others too.
        await app.DoAsync("tags:update?filterByTk=1", new { name = "c" });
        await app.DoAsync("plants:update?filterByTk=1", new { name = "old" });
        var history = await app.WaitAsync(new { resource = "plants", recordKey = "1" }, 3);
        Assert.Equal(
            ["plants:update", "plants.tags:set", "plants:create"],
            history.Select(e => $"{e.GetProperty("resource").GetString()}:{e.GetProperty("action").GetString()}")
        );
    }

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task The_switch_counts_from_the_next_change_on(Backend backend)
    {
        await using var app = await OpenAsync(backend);
        await app.DoAsync("tags:create", new { name = "a" });
        await app.DoAsync("collections:update?filterByTk=tags", new { logging = true });
        await app.DoAsync("tags:update?filterByTk=1", new { name = "b" });
        Assert.Single(await app.ChangesAsync(new { resource = "tags", action = "update" }));
        Assert.Empty(await app.ChangesAsync(new { resource = "tags", action = "create" }));
        await app.DoAsync("collections:update?filterByTk=tags", new { logging = false });
        await app.DoAsync("tags:destroy?filterByTk=1");
        Assert.Empty(await app.ChangesAsync(new { resource = "tags", action = "destroy" }));
    }

    private static string Fields(JsonElement change) => change.GetProperty("fields").GetRawText();

    private static async Task<Watched> OpenAsync(Backend backend)
    {
        var app = await Watched.OpenAsync(backend);
        await app.DefineAsync("tags", "", """{"name":"name","type":"string","interface":"input"}""");
        await app.DefineAsync(
            "plants",
            "\"logging\":true,",
            """{"name":"name","type":"string","interface":"input"}""",
            """{"name":"height","type":"integer","interface":"integer"}""",
            """{"name":"notes","type":"text","interface":"textarea"}""",
            """{"name":"code","type":"string","interface":"input","unique":true}""",
            """{"name":"tags","type":"belongsToMany","interface":"m2m","target":"tags","through":"plantTags"}"""
        );
        return app;
    }
}
