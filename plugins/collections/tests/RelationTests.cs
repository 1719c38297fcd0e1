using System.Text.Json;

namespace Pergola.Plugins.Collections.Tests;

public sealed class RelationTests(SharedApps apps)
{
    private const string MadeUp = "^[ft]_[a-z0-9]{11}$";

    [Theory]
    [OnEveryDatabase]
    public async Task Missing_options_are_filled_in(Backend backend)
    {
        var (designer, books, people) = await TwoAsync(backend);
        var one = await Add(designer, books, $$"""{"name":"a","type":"belongsTo","target":"{{people}}"}""");
        Assert.Equal("id", Text(one, "targetKey"));
        Assert.Matches(MadeUp, Text(one, "foreignKey"));

        var single = await Add(designer, books, $$"""{"name":"b","type":"hasOne","target":"{{people}}"}""");
        Assert.Equal("id", Text(single, "sourceKey"));
        Assert.Matches(MadeUp, Text(single, "foreignKey"));

        var many = await Add(designer, books, $$"""{"name":"c","type":"hasMany","target":"{{people}}"}""");
        Assert.Equal(("id", "id"), (Text(many, "sourceKey"), Text(many, "targetKey")));

        var both = await Add(designer, books, $$"""{"name":"d","type":"belongsToMany","target":"{{people}}"}""");
        Assert.Equal(("id", "id"), (Text(both, "sourceKey"), Text(both, "targetKey")));
        Assert.All(["through", "foreignKey", "otherKey"], name => Assert.Matches(MadeUp, Text(both, name)));
        await designer.HasColumnsAsync(
            Text(both, "through"),
            Text(both, "foreignKey"),
            Text(both, "otherKey"),
            "createdAt",
            "updatedAt"
        );

        // Without an interface keys are columns and nothing more.
        await designer.HasColumnsAsync(books, "id", "title", Text(one, "foreignKey"));
        await designer.HasColumnsAsync(people, "id", "name", Text(single, "foreignKey"), Text(many, "foreignKey"));
        Assert.Equal(["title", "a", "b", "c", "d"], await designer.FieldNamesAsync(books));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task The_target_may_follow_from_the_name(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var person = designer.Name("person");
        await designer.CreateAsync(person + "s", "{}", """{"name":"name","type":"string"}""");
        var books = designer.Name("books");
        await designer.CreateAsync(books, "{}", $$"""{"name":"{{person}}","type":"belongsTo"}""");
        Assert.Equal(person + "s", Text((await designer.FieldsAsync(books))[person], "target"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Both_sides_are_made_at_once_and_know_each_other(Backend backend)
    {
        var (designer, books, people) = await TwoAsync(backend);
        var author = await Add(
            designer,
            books,
            $$"""
            {"name":"author","type":"belongsTo","interface":"m2o","target":"{{people}}","foreignKey":"authorId",
             "onDelete":"SET NULL","reverseField":{"name":"books","type":"hasMany","interface":"o2m"} }
            """
        );
        var reverse = author.GetProperty("reverseField");
        Assert.Equal((books, "authorId"), (Text(reverse, "target"), Text(reverse, "foreignKey")));
        Assert.Equal(("id", "SET NULL"), (Text(reverse, "sourceKey"), Text(reverse, "onDelete")));
        Assert.Equal(Text(author, "key"), Text(reverse, "reverseKey"));
        var stored = (await designer.FieldsAsync(books))["author"];
        Assert.Equal(Text(reverse, "key"), Text(stored, "reverseKey"));
        Assert.False(stored.TryGetProperty("reverseField", out _));

        await designer.DoAsync($"{people}:create", """{"name":"p","books":[{"title":"x"},{"title":"y"}]}""");
        var book = await designer.GetAsync($"{books}:get/1?appends=author");
        Assert.Equal("p", book.GetProperty("author").GetProperty("name").GetString());

        var shelves = await Add(
            designer,
            books,
            $$"""
            {"name":"readers","type":"belongsToMany","interface":"m2m","target":"{{people}}",
             "foreignKey":"bookId","otherKey":"personId",
             "reverseField":{"name":"readings","type":"belongsToMany","interface":"m2m"} }
            """
        );
        var other = shelves.GetProperty("reverseField");
        Assert.Equal(("personId", "bookId"), (Text(other, "foreignKey"), Text(other, "otherKey")));
        Assert.Equal(Text(shelves, "through"), Text(other, "through"));

        // What one side takes away the other forgets.
        await designer.DoAsync($"collections/{people}/fields:destroy?filterByTk=readings");
        Assert.Equal(
            JsonValueKind.Null,
            (await designer.FieldsAsync(books))["readers"].GetProperty("reverseKey").ValueKind
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Keys_of_shown_relations_are_fields_of_the_type_of_what_they_point_to(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var books = designer.Name("books");
        await designer.CreateAsync(books, "{}", """{"name":"title","type":"string"}""");
        foreach (
            var (type, shown, stored) in new[]
            {
                ("bigInt", "integer", "bigInt"),
                ("uuid", "uuid", "uuid"),
                ("nanoid", "input", "string"),
                ("string", "input", "string"),
            }
        )
        {
            var target = designer.Name("by" + type);
            await designer.CreateAsync(
                target,
                """{"autoGenId":false}""",
                $$"""{"name":"code","type":"{{type}}","primaryKey":true,"allowNull":false}"""
            );
            await Add(
                designer,
                books,
                $$"""{"name":"{{type}}","type":"belongsTo","interface":"m2o","target":"{{target}}","foreignKey":"{{type}}Key"}"""
            );
            var key = (await designer.FieldsAsync(books))[type + "Key"];
            Assert.Equal((stored, shown), (Text(key, "type"), Text(key, "interface")));
            Assert.True(key.GetProperty("isForeignKey").GetBoolean());
        }

        // A key refers to a record: none is made up for it.
        await designer.DoAsync($"{books}:create", """{"title":"x"}""");
        var book = await designer.GetAsync($"{books}:get/1");
        Assert.All(["uuidKey", "nanoidKey"], k => Assert.Equal(JsonValueKind.Null, book.GetProperty(k).ValueKind));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_through_collection_is_made_unless_it_is_there(Backend backend)
    {
        var (designer, books, people) = await TwoAsync(backend);
        var links = designer.Name("links");
        var field = $$"""
            {"name":"readers","type":"belongsToMany","interface":"m2m","target":"{{people}}","through":"{{links}}",
             "foreignKey":"bookId","otherKey":"personId"}
            """;
        await Add(designer, books, field);
        var through = await designer.GetAsync($"collections:get?filterByTk={links}&appends=fields");
        Assert.True(through.GetProperty("isThrough").GetBoolean());
        Assert.True(through.GetProperty("hidden").GetBoolean());
        Assert.Equal(
            ["bookId", "personId"],
            through.GetProperty("fields").EnumerateArray().Select(f => Text(f, "name")).Order()
        );
        await designer.DoAsync($"{books}:create", """{"title":"x","readers":[{"name":"p"},{"name":"q"}]}""");
        Assert.Equal(2, (await designer.GetAsync($"{books}/1/readers:list")).GetArrayLength());

        await designer.DoAsync($"collections/{books}/fields:destroy?filterByTk=readers");
        await Add(designer, books, field);
        Assert.Equal(2, (await designer.GetAsync($"{books}/1/readers:list")).GetArrayLength());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Relations_that_cannot_be_are_refused(Backend backend)
    {
        var (designer, books, people) = await TwoAsync(backend);
        var before = await designer.StateAsync(books);
        var create = $"collections/{books}/fields:create";
        await designer.RefusedAsync(400, "nowhere", create, """{"name":"a","type":"belongsTo","target":"nowhere"}""");
        await designer.RefusedAsync(
            400,
            "can not be the same",
            create,
            $$"""{"name":"a","type":"belongsToMany","target":"{{people}}","foreignKey":"k","otherKey":"k"}"""
        );
        await designer.RefusedAsync(
            400,
            "through",
            create,
            $$"""{"name":"a","type":"belongsToMany","target":"{{people}}","through":"{{people}}"}"""
        );
        await designer.RefusedAsync(
            400,
            "\"a\"",
            create,
            $$"""{"name":"a","type":"belongsTo","target":"{{people}}","targetKey":"nothing"}"""
        );
        await designer.RefusedAsync(
            400,
            "title",
            create,
            $$"""{"name":"a","type":"belongsTo","target":"{{people}}","foreignKey":"title"}"""
        );
        Assert.Equal(before, await designer.StateAsync(books));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static Task<JsonElement> Add(Designer designer, string collection, string field) =>
        designer.AddFieldAsync(collection, field);

    private async Task<(Designer Designer, string Books, string People)> TwoAsync(Backend backend)
    {
        var designer = await Designer.OnAsync(apps, backend);
        var (books, people) = (designer.Name("books"), designer.Name("people"));
        await designer.CreateAsync(books, "{}", """{"name":"title","type":"string"}""");
        await designer.CreateAsync(people, "{}", """{"name":"name","type":"string"}""");
        return (designer, books, people);
    }
}
