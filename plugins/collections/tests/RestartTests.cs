namespace Pergola.Plugins.Collections.Tests;

public sealed class RestartTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task The_next_start_finds_what_was_defined(Backend backend)
    {
        await using var database = await TestDatabase.CreateAsync(backend, TestContext.Current.CancellationToken);
        string definitions;
        string records;
        string[] columns;
        long revision;
        await using (var app = await AppUnderTest.StartAsync(database))
        {
            var designer = await Designer.OnAsync(app);
            await designer.CreateAsync(
                "placesOnMap",
                """{"tree":"adjacencyList","sortable":true,"title":"Places"}""",
                """{"name":"parent","type":"belongsTo","interface":"m2o","treeParent":true}""",
                """{"name":"children","type":"hasMany","interface":"o2m","treeChildren":true}""",
                """{"name":"title","type":"string","unique":true}""",
                """{"name":"tags","type":"set","defaultValue":["new"]}""",
                """{"name":"visitors","type":"belongsToMany","interface":"m2m","target":"users"}"""
            );
            await designer.DoAsync("placesOnMap:create", """{"title":"a","children":[{"title":"b"}],"visitors":[1]}""");
            await designer.DoAsync("collections/placesOnMap/fields:destroy?filterByTk=tags");
            (definitions, records) = await ReadAsync(designer);
            columns = [.. (await designer.ColumnsAsync("placesOnMap"))!.Order()];
            revision = app.Schema.Revision;
        }

        await using (var app = await AppUnderTest.StartAsync(database))
        {
            var designer = await Designer.OnAsync(app);
            var (definitionsNow, recordsNow) = await ReadAsync(designer);
            Assert.Equal(definitions, definitionsNow);
            Assert.Equal(records, recordsNow);
            Assert.Equal(columns, (await designer.ColumnsAsync("placesOnMap"))!.Order());
            Assert.Equal(revision, app.Schema.Revision);
            await designer.IsConsistentAsync();
            await designer.AddFieldAsync("placesOnMap", """{"name":"tags","type":"json"}""");
            Assert.Equal(revision + 1, app.Schema.Revision);
        }
    }

    private static async Task<(string Definitions, string Records)> ReadAsync(Designer designer) =>
        (
            (await designer.GetAsync("collections:listMeta")).GetRawText(),
            (await designer.GetAsync("placesOnMap:list?tree=true&appends=visitors")).GetRawText()
        );
}
