using System.Text.Json;

namespace Pergola.Plugins.Collections.Tests;

public sealed class DestroyCollectionTests(SharedApps apps)
{
    [Theory]
    [OnEveryDatabase]
    public async Task What_leads_to_it_goes_and_key_columns_stay(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var (books, people, links) = (designer.Name("books"), designer.Name("people"), designer.Name("links"));
        await designer.CreateAsync(people, "{}", """{"name":"name","type":"string"}""");
        await designer.CreateAsync(books, "{}", """{"name":"title","type":"string"}""");
        await designer.AddFieldAsync(
            books,
            $$"""
            {"name":"author","type":"belongsTo","interface":"m2o","target":"{{people}}","foreignKey":"authorId",
             "reverseField":{"name":"books","type":"hasMany","interface":"o2m"} }
            """
        );
        await designer.AddFieldAsync(
            books,
            $$"""
            {"name":"readers","type":"belongsToMany","target":"{{people}}","through":"{{links}}","foreignKey":"bookId",
             "otherKey":"personId"}
            """
        );
        await designer.DoAsync($"{people}:create", """{"name":"p","books":[{"title":"x"}]}""");

        Assert.Equal(1, (await designer.DoAsync($"collections:destroy?filterByTk={people}")).GetInt32());
        Assert.Null(await designer.ColumnsAsync(people));
        Assert.DoesNotContain("author", await designer.FieldNamesAsync(books));
        Assert.DoesNotContain("readers", await designer.FieldNamesAsync(books));
        var book = (await designer.GetAsync($"{books}:list"))[0];
        Assert.Equal(1, book.GetProperty("authorId").GetInt64());
        Assert.NotNull(await designer.ColumnsAsync(links));
        var answer = await designer.Client.GetAsync($"{people}:list", TestContext.Current.CancellationToken);
        Assert.Equal(404, answer.Status);
        Assert.Equal(JsonValueKind.Null, (await designer.GetAsync($"collections:get?filterByTk={people}")).ValueKind);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_through_collection_takes_its_relations_along(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var (books, links) = (designer.Name("books"), designer.Name("links"));
        await designer.CreateAsync(
            books,
            "{}",
            """{"name":"title","type":"string"}""",
            $$"""{"name":"readers","type":"belongsToMany","target":"users","through":"{{links}}"}"""
        );
        await designer.DoAsync($"collections:destroy?filterByTk={links}");
        Assert.Equal(["title"], await designer.FieldNamesAsync(books));
        Assert.Null(await designer.ColumnsAsync(links));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task The_paths_of_a_tree_go_with_it(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("places");
        await designer.CreateAsync(
            name,
            """{"tree":"adjacencyList"}""",
            """{"name":"parent","type":"belongsTo","treeParent":true}""",
            """{"name":"children","type":"hasMany","treeChildren":true}"""
        );
        Assert.True(designer.App.Schema.TryGet(name, out var tree));
        var paths = tree.TreePath!.Table.Name;
        await designer.DoAsync($"collections:destroy?filterByTk={name}");
        Assert.DoesNotContain(paths, (await designer.TablesAsync()).Tables.Keys);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_name_is_free_again_afterwards(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("again");
        for (var round = 0; round < 3; round++)
        {
            var type = round == 1 ? "integer" : "string";
            await designer.CreateAsync(name, "{}", $$"""{"name":"value","type":"{{type}}"}""");
            await designer.DoAsync($"{name}:create", round == 1 ? """{"value":5}""" : """{"value":"five"}""");
            var list = await designer.GetAsync($"{name}:list?sort=id");
            Assert.Equal(round == 1 ? "5" : "five", list[0].GetProperty("value").ToString());
            Assert.Equal(1, list[0].GetProperty("id").GetInt64());
            await designer.DoAsync($"collections:destroy?filterByTk={name}");
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Several_go_at_once_and_unknown_ones_count_nothing(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var (one, two) = (designer.Name("one"), designer.Name("two"));
        await designer.CreateAsync(one, "{}", $$"""{"name":"two","type":"hasMany","target":"users"}""");
        await designer.CreateAsync(two);
        await designer.AddFieldAsync(one, $$"""{"name":"other","type":"belongsTo","target":"{{two}}"}""");
        var count = await designer.DoAsync($"""collections:destroy?filterByTk=["{one}","{two}","nothing"]""");
        Assert.Equal(2, count.GetInt32());
        Assert.Equal(0, (await designer.DoAsync("collections:destroy?filterByTk=nothing")).GetInt32());
        await designer.RefusedAsync(400, "filterByTk", "collections:destroy");
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Built_in_collections_and_fields_stay(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        foreach (var name in new[] { "users", "roles", "collections", "fields", "authenticators", "pergola_revisions" })
        {
            await designer.RefusedAsync(403, "No permissions", $"collections:destroy?filterByTk={name}");
        }

        var answer = await designer.PostAsync("collections/users/fields:destroy?filterByTk=nickname");
        Assert.True(answer.Status is 400 or 404, answer.ToString());
        Assert.True(designer.App.Schema["users"].TryGetColumn("nickname", out _));
    }
}
