using System.Text.Json;

namespace Pergola.Plugins.Collections.Tests;

public sealed class FieldTests(SharedApps apps)
{
    [Theory]
    [OnEveryDatabase]
    public async Task Options_merge_lists_and_defaults_are_replaced(Backend backend)
    {
        var (designer, name) = await StartAsync(
            backend,
            """
            {"name":"level","type":"json","interface":"select","defaultValue":{"a":1,"b":2},"mine":{"x":1,"list":[1,2]},
             "uiSchema":{"type":"string","title":"Level","x-component":"Select","enum":[{"value":"a"},{"value":"b"}]}}
            """
        );
        var updated = await designer.DoAsync(
            $"collections/{name}/fields:update?filterByTk=level",
            """
            {"uiSchema":{"title":"Rank","enum":[{"value":"c"}]},"defaultValue":{"c":3},"mine":{"y":2,"list":[3]},
             "key":"stolen","name":"other","collectionName":"users","sort":99}
            """
        );
        var field = updated[0];
        var ui = field.GetProperty("uiSchema");
        Assert.Equal(
            ("Rank", "Select"),
            (ui.GetProperty("title").GetString(), ui.GetProperty("x-component").GetString())
        );
        Assert.Equal("""[{"value":"c"}]""", ui.GetProperty("enum").GetRawText());
        Assert.Equal("""{"c":3}""", field.GetProperty("defaultValue").GetRawText());
        Assert.Equal("""{"x":1,"list":[3],"y":2}""", field.GetProperty("mine").GetRawText());
        Assert.Equal(("level", name), (Text(field, "name"), Text(field, "collectionName")));
        Assert.NotEqual("stolen", Text(field, "key"));

        var put = await designer.Client.SendAsync(
            new("PUT", $"collections/{name}/fields/level") { Body = """{"uiSchema":{"title":"Grade"}}""" },
            TestContext.Current.CancellationToken
        );
        Assert.Equal("Grade", put.Data[0].GetProperty("uiSchema").GetProperty("title").GetString());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_collection_is_updated_by_merging_too(Backend backend)
    {
        var (designer, name) = await StartAsync(backend, """{"name":"note","type":"text"}""");
        await designer.DoAsync($"collections:update?filterByTk={name}", """{"title":"One","mine":{"a":1}}""");
        var updated = await designer.DoAsync(
            $"collections:update?filterByTk={name}",
            """{"description":"d","mine":{"b":2},"fields":[],"name":"other"}"""
        );
        Assert.Equal(("One", "d"), (Text(updated[0], "title"), Text(updated[0], "description")));
        Assert.Equal("""{"a":1,"b":2}""", updated[0].GetProperty("mine").GetRawText());
        Assert.Equal(["note"], await designer.FieldNamesAsync(name));
        Assert.Equal("[]", (await designer.DoAsync("collections:update?filterByTk=nothing", "{}")).GetRawText());
        Assert.Equal(
            "[]",
            (await designer.DoAsync($"collections/{name}/fields:update?filterByTk=nothing", "{}")).GetRawText()
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_new_default_holds_for_new_records_only(Backend backend)
    {
        var (designer, name) = await StartAsync(
            backend,
            """{"name":"level","type":"string","defaultValue":"bronze"}""",
            """{"name":"note","type":"text"}"""
        );
        await designer.DoAsync($"{name}:create", """{"note":"1"}""");
        await designer.DoAsync($"collections/{name}/fields:update?filterByTk=level", """{"defaultValue":"gold"}""");
        await designer.DoAsync($"{name}:create", """{"note":"2"}""");
        await designer.DoAsync($"collections/{name}/fields:update?filterByTk=level", """{"defaultValue":null}""");
        await designer.DoAsync($"{name}:create", """{"note":"3"}""");
        Assert.Equal(["bronze", "gold", ""], await ValuesAsync(designer, name, "level"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_field_added_to_records_gives_them_its_default(Backend backend)
    {
        var (designer, name) = await StartAsync(backend, """{"name":"note","type":"text"}""");
        await designer.DoAsync($"{name}:create", """{"note":"1"}""");
        await designer.AddFieldAsync(
            name,
            """{"name":"level","type":"string","defaultValue":"new","allowNull":false}"""
        );
        await designer.DoAsync($"{name}:create", """{"note":"2"}""");
        Assert.Equal(["new", "new"], await ValuesAsync(designer, name, "level"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_sort_field_added_to_records_numbers_them_scope_by_scope(Backend backend)
    {
        var (designer, name) = await StartAsync(backend, """{"name":"lane","type":"string"}""");
        foreach (var lane in new[] { "\"a\"", "\"b\"", "\"a\"", "null", "\"b\"", "null" })
        {
            await designer.DoAsync($"{name}:create", $$"""{"lane":{{lane}} }""");
        }

        await designer.AddFieldAsync(name, """{"name":"place","type":"sort"}""");
        await designer.AddFieldAsync(name, """{"name":"rank","type":"sort","scopeKey":"lane"}""");
        Assert.Equal(["1", "2", "3", "4", "5", "6"], await ValuesAsync(designer, name, "place"));
        Assert.Equal(["1", "1", "2", "1", "2", "2"], await ValuesAsync(designer, name, "rank"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Unique_comes_and_goes(Backend backend)
    {
        var (designer, name) = await StartAsync(backend, """{"name":"sku","type":"string"}""");
        var update = $"collections/{name}/fields:update?filterByTk=sku";
        await designer.DoAsync($"{name}:create", """{"sku":"a"}""");
        await designer.DoAsync(update, """{"unique":true}""");
        await designer.RefusedAsync(400, "sku", $"{name}:create", """{"sku":"a"}""");
        await designer.DoAsync(update, """{"unique":false}""");
        await designer.DoAsync($"{name}:create", """{"sku":"a"}""");

        var before = await designer.StateAsync(name);
        await designer.RefusedAsync(400, "sku", update, """{"unique":true}""");
        Assert.Equal(before, await designer.StateAsync(name));
        await designer.DoAsync($"{name}:create", """{"sku":"a"}""");
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Types_that_change_the_column_are_refused(Backend backend)
    {
        var (designer, name) = await StartAsync(
            backend,
            """{"name":"note","type":"string"}""",
            """{"name":"at","type":"date"}"""
        );
        var before = await designer.StateAsync(name);
        foreach (var type in new[] { "integer", "text", "json", "belongsTo", "nosuchtype", "" })
        {
            var answer = await designer.PostAsync(
                $"collections/{name}/fields:update?filterByTk=note",
                JsonSerializer.Serialize(new { type })
            );
            Assert.True(answer.Status == 400, $"{type}: {answer}");
            Assert.NotNull(answer.Messages);
        }

        Assert.Equal(before, await designer.StateAsync(name));
        await designer.DoAsync($"collections/{name}/fields:update?filterByTk=at", """{"type":"datetime"}""");
    }

    [Theory]
    [OnEveryDatabase]
    public async Task The_whole_list_of_fields_is_set_at_once(Backend backend)
    {
        var (designer, name) = await StartAsync(
            backend,
            """{"name":"a","type":"string"}""",
            """{"name":"b","type":"string"}""",
            """{"name":"c","type":"string"}"""
        );
        await designer.DoAsync($"{name}:create", """{"a":"1","b":"2","c":"3"}""");
        await designer.DoAsync(
            $"collections:setFields?filterByTk={name}",
            """
            {"fields":[{"name":"d","type":"integer"},{"name":"c","type":"string","uiSchema":{"title":"C"}},
             {"name":"a","type":"string"}]}
            """
        );
        Assert.Equal(["d", "c", "a"], await designer.FieldNamesAsync(name));
        await designer.HasColumnsAsync(name, "id", "a", "c", "d");
        Assert.Equal(["1"], await ValuesAsync(designer, name, "a"));

        var before = await designer.StateAsync(name);
        await designer.RefusedAsync(
            400,
            "nosuchtype",
            $"collections:setFields?filterByTk={name}",
            """{"fields":[{"name":"e","type":"nosuchtype"}]}"""
        );
        await designer.RefusedAsync(400, "fields", $"collections:setFields?filterByTk={name}", """{"fields":7}""");
        await designer.RefusedAsync(400, "fields", $"collections:setFields?filterByTk={name}", "{}");
        await designer.RefusedAsync(404, "nothing", "collections:setFields?filterByTk=nothing", """{"fields":[]}""");
        Assert.Equal(before, await designer.StateAsync(name));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Fields_and_collections_are_put_in_order(Backend backend)
    {
        var (designer, name) = await StartAsync(
            backend,
            """{"name":"a","type":"string"}""",
            """{"name":"b","type":"string"}""",
            """{"name":"c","type":"string"}"""
        );
        var move = $"collections/{name}/fields:move?";
        await designer.DoAsync(move + "sourceId=c&targetId=a");
        Assert.Equal(["c", "a", "b"], await designer.FieldNamesAsync(name));
        await designer.DoAsync(move + "sourceId=c&targetId=b");
        Assert.Equal(["a", "b", "c"], await designer.FieldNamesAsync(name));
        await designer.DoAsync(move + "sourceId=c&targetId=a&method=insertAfter");
        Assert.Equal(["a", "c", "b"], await designer.FieldNamesAsync(name));
        await designer.RefusedAsync(400, "nothing", move + "sourceId=nothing&targetId=a");
        await designer.RefusedAsync(400, "targetId", move + "sourceId=a");

        var other = designer.Name("other");
        await designer.CreateAsync(other);
        await designer.DoAsync($"collections:move?sourceId={other}&targetId={name}");
        Assert.Equal(
            [other, name],
            (await designer.GetAsync("collections:list?paginate=false&sort=sort"))
                .EnumerateArray()
                .Select(c => Text(c, "name"))
                .Where(n => n == other || n == name)
        );
        await designer.RefusedAsync(400, "nothing", $"collections:move?sourceId=nothing&targetId={name}");
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Destroying_takes_the_column_and_what_hangs_on_it(Backend backend)
    {
        var (designer, name) = await StartAsync(
            backend,
            """{"name":"a","type":"string"}""",
            """{"name":"owner","type":"belongsTo","interface":"m2o","target":"users","foreignKey":"ownerId"}"""
        );
        var destroy = $"collections/{name}/fields:destroy?filterByTk=";
        await designer.DoAsync($"{name}:create", """{"a":"1","owner":1}""");
        await designer.DoAsync(destroy + "a");
        await designer.HasColumnsAsync(name, "id", "ownerId");
        await designer.AddFieldAsync(name, """{"name":"a","type":"integer"}""");
        Assert.Equal([""], await ValuesAsync(designer, name, "a"));

        // A relation goes without its key, a key takes its relations along.
        await designer.DoAsync(destroy + "owner");
        Assert.Equal(["1"], await ValuesAsync(designer, name, "ownerId"));
        await designer.AddFieldAsync(
            name,
            """{"name":"owner","type":"belongsTo","interface":"m2o","target":"users","foreignKey":"ownerId"}"""
        );
        await designer.DoAsync(destroy + "ownerId");
        Assert.Equal(["a"], await designer.FieldNamesAsync(name));
        await designer.HasColumnsAsync(name, "id", "a");

        await designer.RefusedAsync(404, "nothing", destroy + "nothing");
        await designer.RefusedAsync(400, "filterByTk", $"collections/{name}/fields:destroy");
        await designer.RefusedAsync(404, "nowhere", "collections/nowhere/fields:destroy?filterByTk=a");
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_key_that_a_relation_needs_stays(Backend backend)
    {
        var (designer, name) = await StartAsync(
            backend,
            """{"name":"code","type":"string","unique":true}""",
            """{"name":"note","type":"text"}"""
        );
        var other = designer.Name("other");
        await designer.CreateAsync(
            other,
            "{}",
            $$"""{"name":"to","type":"belongsTo","target":"{{name}}","targetKey":"code","foreignKey":"toCode"}"""
        );
        await designer.RefusedAsync(
            400,
            "Can not delete field \"code\"",
            $"collections/{name}/fields:destroy?filterByTk=code"
        );
        await designer.DoAsync($"collections/{other}/fields:destroy?filterByTk=to");
        await designer.DoAsync($"collections/{name}/fields:destroy?filterByTk=code");
        await designer.HasColumnsAsync(name, "id", "note");
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_dot_in_a_name_becomes_an_underscore_of_the_name_only(Backend backend)
    {
        var (designer, name) = await StartAsync(backend, """{"name":"note","type":"text"}""");
        var field = await designer.AddFieldAsync(name, """{"name":"a.b","type":"string"}""");
        Assert.Equal(("a_b", "a.b"), (Text(field, "name"), Text(field, "field")));
        await designer.DoAsync($"{name}:create", """{"a_b":"x"}""");
        Assert.Equal(["x"], await ValuesAsync(designer, name, "a_b"));
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static async Task<string[]> ValuesAsync(Designer designer, string collection, string field) =>
        [
            .. (await designer.GetAsync($"{collection}:list?sort=id"))
                .EnumerateArray()
                .Select(r => r.GetProperty(field).ToString()),
        ];

    private async Task<(Designer Designer, string Collection)> StartAsync(Backend backend, params string[] fields)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var name = designer.Name("things");
        await designer.CreateAsync(name, "{}", fields);
        return (designer, name);
    }
}
