using System.Text.Json;

namespace Pergola.Plugins.Collections.Tests;

public sealed class CreateCollectionTests(SharedApps apps)
{
    [Theory]
    [OnEveryDatabase]
    public async Task Without_options_there_is_an_id_that_numbers_itself_and_no_times(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var parts = designer.Name("parts");
        var created = await designer.CreateAsync(parts, "{}", """{"name":"sku","type":"string"}""");

        Assert.Equal("id", created.GetProperty("filterTargetKey").GetString());
        Assert.False(created.GetProperty("createdAt").GetBoolean());
        await designer.HasColumnsAsync(parts, "id", "sku");
        Assert.Equal(1, (await designer.DoAsync($"{parts}:create", """{"sku":"a"}""")).GetProperty("id").GetInt64());
        Assert.Equal(2, (await designer.DoAsync($"{parts}:create", """{"sku":"b"}""")).GetProperty("id").GetInt64());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Categories_are_given_with_it_or_nothing_is_made(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var category = (await designer.DoAsync("collectionCategories:create", """{"name":"Stock"}""")).GetProperty(
            "id"
        );
        var parts = designer.Name("parts");
        await designer.RefusedAsync(
            400,
            "Category 7",
            "collections:create",
            $$"""{"name":"{{parts}}","category":[{{category}},7]}"""
        );
        Assert.Null(await designer.ColumnsAsync(parts));
        var created = await designer.CreateAsync(parts, $$"""{"category":[{{category}}]}""");
        Assert.Equal("Stock", created.GetProperty("category")[0].GetProperty("name").GetString());
        var stored = await designer.GetAsync($"collections:get?filterByTk={parts}&appends=category");
        Assert.Equal(1, stored.GetProperty("category").GetArrayLength());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Times_and_people_come_by_field_or_by_option(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var byField = designer.Name("byField");
        await designer.CreateAsync(byField, "{}", """{"name":"createdAt","type":"date","interface":"createdAt"}""");
        await designer.HasColumnsAsync(byField, "id", "createdAt");

        var byOption = designer.Name("byOption");
        await designer.CreateAsync(
            byOption,
            """{"createdAt":true,"updatedAt":true,"createdBy":true,"updatedBy":true}""",
            """{"name":"sku","type":"string"}"""
        );
        await designer.HasColumnsAsync(byOption, "id", "sku", "createdAt", "updatedAt", "createdById", "updatedById");
        var record = await designer.DoAsync($"{byOption}:create", """{"sku":"a"}""");
        Assert.Equal(1, record.GetProperty("createdById").GetInt64());
        Assert.Equal(JsonValueKind.String, record.GetProperty("createdAt").ValueKind);
        var read = await designer.GetAsync($"{byOption}:get?appends=createdBy");
        Assert.Equal("nocobase", read.GetProperty("createdBy").GetProperty("username").GetString());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_sort_column_is_hidden_and_numbers_records(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var plain = designer.Name("plain");
        await designer.CreateAsync(plain, """{"sortable":true}""", """{"name":"sku","type":"string"}""");
        await designer.HasColumnsAsync(plain, "id", "sku", "sort");
        for (var number = 1; number <= 3; number++)
        {
            await designer.DoAsync($"{plain}:create", $$"""{"sku":"{{number}}"}""");
        }

        await designer.DoAsync($"{plain}:move?sourceId=3&targetId=1");
        Assert.Equal(["3", "1", "2"], await ValuesAsync(designer, $"{plain}:list?sort=sort", "sku"));

        var named = designer.Name("named");
        await designer.CreateAsync(named, """{"sortable":"place"}""", """{"name":"sku","type":"string"}""");
        await designer.HasColumnsAsync(named, "id", "sku", "place");

        var scoped = designer.Name("scoped");
        await designer.CreateAsync(
            scoped,
            """{"sortable":{"name":"place","scopeKey":"lane"}}""",
            """{"name":"lane","type":"string"}"""
        );
        await designer.HasColumnsAsync(scoped, "id", "lane", "place");
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Keys_may_be_of_many_types(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        foreach (var type in new[] { "uuid", "nanoid", "snowflakeId", "uid", "string", "integer" })
        {
            var name = designer.Name(type);
            var key = $$"""{"name":"code","type":"{{type}}","primaryKey":true,"allowNull":false}""";
            var created = await designer.CreateAsync(
                name,
                """{"autoGenId":false}""",
                key,
                """{"name":"note","type":"text"}"""
            );
            Assert.Equal("code", created.GetProperty("filterTargetKey").GetString());
            await designer.HasColumnsAsync(name, "code", "note");
            var given =
                type == "integer" ? """{"code":7,"note":"x"}"""
                : type == "string" ? """{"code":"seven","note":"x"}"""
                : """{"note":"x"}""";
            var record = await designer.DoAsync($"{name}:create", given);
            var code = record.GetProperty("code").ToString();
            Assert.NotEqual("", code);
            Assert.Equal("x", (await designer.GetAsync($"{name}:get/{code}")).GetProperty("note").GetString());
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Without_a_key_records_are_listed_and_not_addressed(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("keyless");
        await designer.CreateAsync(name, """{"autoGenId":false}""", """{"name":"note","type":"text"}""");
        await designer.HasColumnsAsync(name, "note");
        await designer.DoAsync($"{name}:create", """{"note":"x"}""");
        Assert.Equal(["x"], await ValuesAsync(designer, $"{name}:list", "note"));
        var answer = await designer.PostAsync($"{name}:update?filterByTk=1", """{"note":"y"}""");
        Assert.Equal(400, answer.Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Another_column_may_be_the_record_key(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("bySku");
        var created = await designer.CreateAsync(
            name,
            """{"filterTargetKey":"sku"}""",
            """{"name":"sku","type":"string","unique":true}""",
            """{"name":"note","type":"text"}"""
        );
        Assert.Equal("sku", created.GetProperty("filterTargetKey").GetString());
        await designer.DoAsync($"{name}:create", """{"sku":"a/1","note":"x"}""");
        await designer.DoAsync($"{name}:update?filterByTk=a%2F1", """{"note":"y"}""");
        Assert.Equal(["y"], await ValuesAsync(designer, $"{name}:list", "note"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_tree_has_a_table_of_paths(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("places");
        await designer.CreateAsync(
            name,
            """{"tree":"adjacencyList"}""",
            """{"name":"parent","type":"belongsTo","interface":"m2o","treeParent":true}""",
            """{"name":"children","type":"hasMany","interface":"o2m","treeChildren":true}""",
            """{"name":"title","type":"string"}"""
        );
        var fields = await designer.FieldsAsync(name);
        foreach (var side in new[] { "parent", "children" })
        {
            Assert.Equal(name, fields[side].GetProperty("target").GetString());
            Assert.Equal("parentId", fields[side].GetProperty("foreignKey").GetString());
        }

        await designer.HasColumnsAsync(name, "id", "parentId", "title");
        Assert.True(designer.App.Schema.TryGet(name, out var collection));
        Assert.NotNull(collection.TreePath);
        Assert.Contains(collection.TreePath.Table.Name, (await designer.TablesAsync()).Tables.Keys);
        await designer.DoAsync($"{name}:create", """{"title":"a","children":[{"title":"b"}]}""");
        var roots = await designer.GetAsync($"{name}:list?tree=true");
        Assert.Equal("b", roots[0].GetProperty("children")[0].GetProperty("title").GetString());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Options_nobody_knows_are_kept(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("opinions");
        await designer.CreateAsync(
            name,
            """
            {"title":"Opinions","description":"d","template":"calendar","hidden":true,"simplePaginate":true,
             "logging":false,"my-own":{"a":[1,2]},"titleField":"note"}
            """,
            """{"name":"note","type":"text","my-own":"f"}"""
        );
        var read = await designer.GetAsync($"collections:get?filterByTk={name}&appends=fields");
        Assert.Equal("Opinions", read.GetProperty("title").GetString());
        Assert.Equal("d", read.GetProperty("description").GetString());
        Assert.True(read.GetProperty("hidden").GetBoolean());
        Assert.False(read.GetProperty("logging").GetBoolean());
        Assert.Equal("[1,2]", read.GetProperty("my-own").GetProperty("a").GetRawText());
        Assert.Equal("f", read.GetProperty("fields")[0].GetProperty("my-own").GetString());

        var page = await designer.Client.GetAsync($"{name}:list", TestContext.Current.CancellationToken);
        Assert.False(page.Body!.Value.GetProperty("meta").GetProperty("hasNext").GetBoolean());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Names_are_made_up_when_none_are_given(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var created = await designer.DoAsync("collections:create", """{"fields":[{"type":"string"}]}""");
        Assert.Matches("^t_[a-z0-9]{11}$", created.GetProperty("name").GetString());
        Assert.Matches("^f_[a-z0-9]{11}$", created.GetProperty("fields")[0].GetProperty("name").GetString());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Without_any_column_the_table_waits_for_the_first_field(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("later");
        await designer.CreateAsync(name, """{"autoGenId":false}""");
        Assert.Null(await designer.ColumnsAsync(name));
        await designer.AddFieldAsync(name, """{"name":"note","type":"text"}""");
        await designer.HasColumnsAsync(name, "note");
        await designer.DoAsync($"{name}:create", """{"note":"x"}""");
        await designer.DoAsync($"collections/{name}/fields:destroy?filterByTk=note");
        Assert.Null(await designer.ColumnsAsync(name));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Words_of_sql_are_names_like_others(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("select");
        await designer.CreateAsync(
            name,
            "{}",
            """{"name":"from","type":"string"}""",
            """{"name":"where-1","type":"integer"}""",
            """{"name":"order","type":"string","unique":true}"""
        );
        await designer.DoAsync($"{name}:create", """{"from":"a","where-1":1,"order":"z"}""");
        Assert.Equal(["a"], await ValuesAsync(designer, $"{name}:list?sort=order&filter[where-1]=1", "from"));
    }

    private static async Task<string[]> ValuesAsync(Designer designer, string target, string field) =>
        [.. (await designer.GetAsync(target)).EnumerateArray().Select(r => r.GetProperty(field).ToString())];
}
