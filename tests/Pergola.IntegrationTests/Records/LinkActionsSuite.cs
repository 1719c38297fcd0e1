using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Records.Associations;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Records;

/// <summary>The association actions, and records made inside an association.</summary>
public abstract class LinkActionsSuite(DatabaseFixture fixture) : RecordSuite(fixture)
{
    protected override IReadOnlyList<string> Definitions =>
        [
            .. BookShelf.Definitions,
            """
                {"name":"$types","autoGenId":false,"timestamps":false,"fields":[
                  {"name":"id","type":"snowflakeId","primaryKey":true},{"name":"multi","type":"array"},{"name":"set","type":"set"},
                  {"name":"plain","type":"string"}]}
                """,
        ];

    [Fact]
    public async Task Has_many_adds_removes_and_replaces()
    {
        await SeedAsync();

        await LinkAsync("authors", 11L, "books", LinkAction.Add, """[1,"2"]""");
        Assert.Equal("""[{"authorId":11},{"authorId":11},{"authorId":null}]""", await AuthorsAsync());

        await LinkAsync("authors", 11L, "books", LinkAction.Remove, "[2,3]");
        Assert.Equal("""[{"authorId":11},{"authorId":null},{"authorId":null}]""", await AuthorsAsync());

        await LinkAsync("authors", 11L, "books", LinkAction.Set, "[2,3]");
        Assert.Equal("""[{"authorId":null},{"authorId":11},{"authorId":11}]""", await AuthorsAsync());

        await LinkAsync("authors", 11L, "books", LinkAction.Set, "[]");
        Assert.Equal("""[{"authorId":null},{"authorId":null},{"authorId":null}]""", await AuthorsAsync());
    }

    [Fact]
    public async Task Linking_leaves_the_source_as_it_was()
    {
        await SeedAsync();
        Time.Now = Time.Now.AddHours(1);

        await LinkAsync("authors", 11L, "books", LinkAction.Add, "[1]");
        await LinkAsync("books", 2L, "author", LinkAction.Set, "[11]");

        Assert.Equal(
            """[{"updatedAt":"2026-01-02T03:04:05.678Z"},{"updatedAt":"2026-01-02T03:04:05.678Z"}]""",
            await RowsAsync("authors", "updatedAt", "id")
        );
        Assert.Equal(
            """
            [{"updatedAt":"2026-01-02T04:04:05.678Z"},{"updatedAt":"2026-01-02T03:04:05.678Z"},{"updatedAt":"2026-01-02T03:04:05.678Z"}]
            """,
            await RowsAsync("books", "updatedAt", "id")
        );
    }

    [Fact]
    public async Task Belongs_to_many_adds_toggles_replaces_and_removes()
    {
        await SeedAsync();

        await LinkAsync("books", 1L, "labels", LinkAction.Add, """[21,[22,{"note":"n"}],21]""");
        await LinkAsync("books", 1L, "labels", LinkAction.Add, """[21,4242]""");
        Assert.Equal("""[{"labelId":21,"note":null},{"labelId":22,"note":"n"}]""", await LinksAsync());

        await LinkAsync("books", 1L, "labels", LinkAction.Toggle, "[21]");
        await LinkAsync("books", 1L, "labels", LinkAction.Toggle, "[23]");
        Assert.Equal("""[{"labelId":22,"note":"n"},{"labelId":23,"note":null}]""", await LinksAsync());

        await LinkAsync("books", 1L, "labels", LinkAction.Set, "[21,22]");
        Assert.Equal("""[{"labelId":21,"note":null},{"labelId":22,"note":"n"}]""", await LinksAsync());

        await LinkAsync("books", 1L, "labels", LinkAction.Remove, "[22,4242]");
        Assert.Equal("""[{"labelId":21,"note":null}]""", await LinksAsync());

        await LinkAsync("books", 1L, "labels", LinkAction.Set, "[]");
        Assert.Equal("[]", await LinksAsync());
    }

    [Fact]
    public async Task To_one_links_are_set_and_removed()
    {
        await SeedAsync();
        await CreateManyAsync("covers", ["""{"id":31}""", """{"id":32}"""]);

        await LinkAsync("books", 1L, "author", LinkAction.Set, "[11]");
        await LinkAsync("books", 1L, "cover", LinkAction.Set, "[31]");
        await LinkAsync("books", 1L, "cover", LinkAction.Set, "[32]");
        Assert.Equal("""[{"authorId":11},{"authorId":null},{"authorId":null}]""", await AuthorsAsync());
        Assert.Equal("""[{"bookId":null},{"bookId":1}]""", await RowsAsync("covers", "bookId", "id"));

        await LinkAsync("books", 1L, "author", LinkAction.Remove, "[]");
        await LinkAsync("books", 1L, "cover", LinkAction.Remove, "[]");
        Assert.Equal("""[{"authorId":null},{"authorId":null},{"authorId":null}]""", await AuthorsAsync());
        Assert.Equal("""[{"bookId":null},{"bookId":null}]""", await RowsAsync("covers", "bookId", "id"));
    }

    [Theory]
    [InlineData("authors", 11L, "books", LinkAction.Add, "[1,4242]", "has no record with id 4242")]
    [InlineData("authors", 11L, "books", LinkAction.Set, "[4242]", "has no record with id 4242")]
    [InlineData("authors", 11L, "books", LinkAction.Toggle, "[1]", "toggle is not possible for ")]
    [InlineData("authors", 11L, "books", LinkAction.Add, "[]", "Keys are required for ")]
    [InlineData("books", 1L, "labels", LinkAction.Add, """[{"id":21}]""", "must be keys")]
    [InlineData("books", 1L, "labels", LinkAction.Add, "[4242]", "has no record with id 4242")]
    [InlineData("books", 1L, "labels", LinkAction.Add, "[[21]]", "must be keys")]
    [InlineData("books", 1L, "labels", LinkAction.Set, "[null]", "must be keys")]
    [InlineData("books", 1L, "labels", LinkAction.Toggle, "[21,22]", "Only one key is possible for ")]
    [InlineData("books", 1L, "author", LinkAction.Add, "[11]", "add is not possible for ")]
    [InlineData("books", 1L, "author", LinkAction.Set, "[11,12]", "Only one key is possible for ")]
    public async Task What_makes_no_sense_is_refused(
        string collection,
        long source,
        string relation,
        LinkAction action,
        string targets,
        string message
    )
    {
        await SeedAsync();

        var refused = await Assert.ThrowsAsync<BadRequestException>(() =>
            LinkAsync(collection, source, relation, action, targets)
        );

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_not_found()
    {
        await SeedAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => LinkAsync("authors", 404L, "books", LinkAction.Add, "[1]"));
        await Assert.ThrowsAsync<NotFoundException>(() =>
            CreateLinkedAsync("authors", 404L, "books", """{"title":"T"}""")
        );
    }

    [Fact]
    public async Task Records_made_inside_an_association_are_linked()
    {
        await SeedAsync();

        var book = await CreateLinkedAsync("authors", 11L, "books", """{"id":5,"title":"B","authorId":12}""");
        var label = await CreateLinkedAsync(
            "books",
            1L,
            "labels",
            """{"id":41,"name":"TC","$book_labels":{"note":"n8"}}"""
        );
        var author = await CreateLinkedAsync("books", 2L, "author", """{"id":51,"name":"A"}""");
        var cover = await CreateLinkedAsync("books", 2L, "cover", """{"id":61,"color":"c"}""");

        Assert.Equal(11, book.GetProperty("authorId").GetInt64());
        AssertJson("""{"id":41,"name":"TC"}""", label);
        Assert.Equal("A", author.GetProperty("name").GetString());
        AssertJson("""{"id":61,"color":"c","bookId":2}""", cover);
        Assert.Equal("""[{"labelId":41,"note":"n8"}]""", await LinksAsync());
        Assert.Equal("""[{"authorId":null},{"authorId":51},{"authorId":null},{"authorId":11}]""", await AuthorsAsync());
    }

    [Fact]
    public async Task A_target_updated_inside_a_belongs_to_many_shows_its_through_row()
    {
        await SeedAsync();
        await LinkAsync("books", 1L, "labels", LinkAction.Add, """[[22,{"note":"n"}]]""");
        var books = await CollectionAsync("books");
        Assert.True(books.TryGetRelation("labels", out var labels));

        var written = await WriteAsync(s =>
            Writer.UpdateLinkedAsync(
                s,
                new AssociationScope(labels, 1L),
                KeyOf(labels.Target, 22L),
                filter: null,
                JsonText.Parse("""{"name":"x"}"""),
                WriteOptions.Default,
                Cancelled
            )
        );

        var stamp = "2026-01-02T03:04:05.678Z";
        AssertJson(
            $$"""
            {"id":22,"name":"x","_pivot_":null,
             "$book_labels":{"bookId":1,"labelId":22,"note":"n","createdAt":"{{stamp}}","updatedAt":"{{stamp}}"} }
            """,
            Output(written!)
        );
    }

    [Fact]
    public async Task Elements_of_an_array_field_are_added_and_removed()
    {
        await CreateAsync("types", """{"id":1,"multi":["1","2"]}""");

        await ChangeArrayAsync("multi", 1L, LinkAction.Add, """["9"]""");
        await ChangeArrayAsync("multi", 1L, LinkAction.Remove, """["1"]""");
        await ChangeArrayAsync("set", 1L, LinkAction.Add, """["b","a","b"]""");
        AssertJson(
            """[{"multi":["2","9"],"set":["a","b"]}]""",
            JsonText.Parse(await RowsAsync("types", "multi,set", "id"))
        );

        await ChangeArrayAsync("multi", 1L, LinkAction.Set, """["5"]""");
        Assert.Equal("""[{"multi":["5"]}]""", await RowsAsync("types", "multi", "id"));

        await Assert.ThrowsAsync<BadRequestException>(() => ChangeArrayAsync("plain", 1L, LinkAction.Add, "[1]"));
        await Assert.ThrowsAsync<BadRequestException>(() => ChangeArrayAsync("multi", 1L, LinkAction.Toggle, "[1]"));
        await Assert.ThrowsAsync<NotFoundException>(() => ChangeArrayAsync("multi", 404L, LinkAction.Add, "[1]"));
    }

    private async Task ChangeArrayAsync(string field, object key, LinkAction action, string elements)
    {
        var types = await CollectionAsync("types");
        var list = JsonText.Parse(elements).EnumerateArray().ToList();
        await WriteAsync(s =>
            Writer.ChangeArrayAsync(s, ColumnOf(types, field), KeyOf(types, key), action, list, Cancelled)
        );
    }

    private async Task SeedAsync()
    {
        await CreateManyAsync("authors", ["""{"id":11,"name":"Ann"}""", """{"id":12,"name":"Bob"}"""]);
        await CreateManyAsync("books", [.. Enumerable.Range(1, 3).Select(i => $$"""{"id":{{i}},"title":"b"}""")]);
        await CreateManyAsync("labels", [.. Enumerable.Range(21, 3).Select(i => $$"""{"id":{{i}} }""")]);
    }

    private Task<string> AuthorsAsync() => RowsAsync("books", "authorId", "id");

    private Task<string> LinksAsync() => RowsAsync("book_labels", "labelId,note", "labelId");
}

public sealed class SqliteLinkActionsTests(SqliteFixture fixture)
    : LinkActionsSuite(fixture),
        IClassFixture<SqliteFixture>;

public sealed class PostgreSqlLinkActionsTests(PostgreSqlFixture fixture)
    : LinkActionsSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
