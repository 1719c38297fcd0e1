namespace Pergola.Plugins.Collections.Tests;

public sealed class RollbackTests
{
    /// <summary>On an app of its own, so that the revision is nobody else's.</summary>
    [Theory]
    [OnEveryDatabase]
    public async Task What_the_database_refuses_leaves_nothing_behind(Backend backend)
    {
        await using var app = await AppUnderTest.StartAsync(backend);
        var designer = await Designer.OnAsync(app);
        const string Name = "filledShelves";
        await designer.CreateAsync(
            Name,
            "{}",
            """{"name":"keep","type":"string"}""",
            """{"name":"twin","type":"string"}"""
        );
        await designer.DoAsync($"{Name}:create", """{"keep":"1","twin":"same"}""");
        await designer.DoAsync($"{Name}:create", """{"keep":"2","twin":"same"}""");
        var before = await designer.StateAsync(Name);
        var revision = app.Schema.Revision;

        await designer.RefusedAsync(
            400,
            "needed",
            $"collections/{Name}/fields:create",
            """{"name":"needed","type":"string","allowNull":false}"""
        );
        await designer.RefusedAsync(
            400,
            "twin",
            $"collections/{Name}/fields:update?filterByTk=twin",
            """{"unique":true}"""
        );

        // The column that goes and the one that comes belong to the same change as the one that cannot be.
        await designer.RefusedAsync(
            400,
            "needed",
            $"collections:setFields?filterByTk={Name}",
            """
            {"fields":[{"name":"twin","type":"string"},{"name":"fine","type":"string"},
             {"name":"needed","type":"integer","allowNull":false}]}
            """
        );
        await designer.RefusedAsync(
            400,
            "nowhere",
            "collections:create",
            """{"name":"halfShelves","fields":[{"name":"a","type":"string"},{"name":"b","type":"belongsTo","target":"nowhere"}]}"""
        );

        Assert.Equal(before, await designer.StateAsync(Name));
        Assert.Equal(revision, app.Schema.Revision);
        var stored = await designer.GetAsync("pergola_revisions:get?filterByTk=collections");
        Assert.Equal(revision, stored.GetProperty("revision").GetInt64());
        Assert.Null(await designer.ColumnsAsync("halfShelves"));
        Assert.Equal(
            ["1", "2"],
            (await designer.GetAsync($"{Name}:list?sort=id"))
                .EnumerateArray()
                .Select(r => r.GetProperty("keep").GetString()!)
        );
        await designer.IsConsistentAsync();
    }
}
