using Pergola.Core.Errors;
using Pergola.Data.Records;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Records;

/// <summary>Values of associations inside the values of a record, and how the answer shows them.</summary>
public abstract class NestedValuesSuite(DatabaseFixture fixture) : RecordSuite(fixture)
{
    private const string Stamps =
        """ "createdAt":"2026-01-02T03:04:05.678Z","updatedAt":"2026-01-02T03:04:05.678Z","createdById":1,"updatedById":1 """;

    private static readonly WriteOptions UpdatesLabels = new() { UpdateAssociationValues = ["labels"] };

    protected override IReadOnlyList<string> Definitions => BookShelf.Definitions;

    [Fact]
    public async Task Bare_keys_link_and_only_to_many_targets_are_shown()
    {
        await SeedAsync();

        var written = await CreateAsync("books", """{"id":1,"title":"One","author":11,"labels":[22,21,4242]}""");

        AssertJson(
            $$"""
            {"id":1,"title":"One","pages":null,"authorId":11,{{Stamps}},
             "labels":[{"id":22,"name":"blue"},{"id":21,"name":"red"}]}
            """,
            written
        );
        Assert.Equal("""[{"bookId":1,"labelId":21},{"bookId":1,"labelId":22}]""", await LinksAsync());
    }

    [Fact]
    public async Task Objects_with_a_key_are_linked_and_keep_their_values()
    {
        await SeedAsync();

        var written = await CreateAsync(
            "books",
            """{"id":2,"title":"Two","author":{"id":11,"name":"CHANGED?"},"labels":[{"id":21,"name":"no"}]}"""
        );

        AssertJson($$"""{"id":2,"title":"Two","pages":null,"authorId":11,{{Stamps}},"labels":[{"id":21}]}""", written);
        Assert.Equal("""[{"name":"Ann"},{"name":"Bob"}]""", await RowsAsync("authors", "name", "id"));
        Assert.Equal("""[{"name":"red"},{"name":"blue"},{"name":"green"}]""", await RowsAsync("labels", "name", "id"));
    }

    [Fact]
    public async Task Objects_without_a_key_become_records_of_every_relation_kind()
    {
        await SeedAsync();

        var written = await CreateAsync(
            "books",
            """
            {"id":3,"title":"Three","author":{"name":"Newt","books":[{"title":"not followed back"}]},"cover":{"color":"teal"},
             "labels":[{"name":"new1"},{"id":23}]}
            """
        );

        var author = written.GetProperty("author");
        Assert.Equal("Newt", author.GetProperty("name").GetString());
        Assert.Equal("gold", author.GetProperty("level").GetString());
        Assert.False(author.TryGetProperty("books", out _));
        Assert.Equal(author.GetProperty("id").GetInt64(), written.GetProperty("authorId").GetInt64());
        Assert.Equal("teal", written.GetProperty("cover").GetProperty("color").GetString());
        Assert.Equal(3, written.GetProperty("cover").GetProperty("bookId").GetInt64());
        AssertJson("""{"id":23}""", written.GetProperty("labels")[0]);
        Assert.Equal("new1", written.GetProperty("labels")[1].GetProperty("name").GetString());
        Assert.Equal("""[{"title":"Three"}]""", await RowsAsync("books", "title", "id"));
    }

    [Fact]
    public async Task A_key_of_nobody_is_stored_and_an_object_with_it_is_created()
    {
        await CreateAsync("books", """{"id":1,"title":"Ghost","author":123}""");
        var written = await CreateAsync("books", """{"id":2,"title":"Ghost2","author":{"id":5005,"name":"G5"}}""");

        Assert.Equal(5005, written.GetProperty("author").GetProperty("id").GetInt64());
        Assert.Equal("""[{"authorId":123},{"authorId":5005}]""", await RowsAsync("books", "authorId", "id"));
        Assert.Equal("""[{"id":5005,"name":"G5"}]""", await RowsAsync("authors", "id,name", "id"));
    }

    [Fact]
    public async Task Through_values_are_written_with_new_links_and_to_old_ones_when_asked_for()
    {
        await SeedAsync();
        await CreateAsync("books", """{"id":1,"title":"T","labels":[{"id":21,"$book_labels":{"note":"n1"}}]}""");
        Assert.Equal("""[{"labelId":21,"note":"n1"}]""", await RowsAsync("book_labels", "labelId,note", "labelId"));

        await UpdateAsync("books", 1L, """{"labels":[21,{"id":22,"$book_labels":{"note":"n2"}}]}""");
        Assert.Equal(
            """[{"labelId":21,"note":"n1"},{"labelId":22,"note":"n2"}]""",
            await RowsAsync("book_labels", "labelId,note", "labelId")
        );

        await UpdateAsync("books", 1L, """{"labels":[{"id":21,"$book_labels":{"note":"n3"}}]}""");
        Assert.Equal("""[{"labelId":21,"note":"n1"}]""", await RowsAsync("book_labels", "labelId,note", "labelId"));

        await UpdateAsync("books", 1L, """{"labels":[{"id":21,"$book_labels":{"note":"n4"}}]}""", UpdatesLabels);
        Assert.Equal("""[{"labelId":21,"note":"n4"}]""", await RowsAsync("book_labels", "labelId,note", "labelId"));
    }

    [Fact]
    public async Task Update_replaces_the_set_and_shows_links_as_they_were_given()
    {
        await SeedAsync();
        await CreateAsync("books", """{"id":1,"title":"T","labels":[21,23]}""");

        var keys = await UpdateAsync("books", 1L, """{"labels":[22]}""");
        var objects = await UpdateAsync("books", 1L, """{"labels":[{"id":22,"name":"BLUE!"}]}""");
        var updated = await UpdateAsync("books", 1L, """{"labels":[{"id":22,"name":"navy"}]}""", UpdatesLabels);
        var one = await UpdateAsync("books", 1L, """{"labels":{"id":21}}""");
        var bare = await UpdateAsync("books", 1L, """{"labels":23}""");

        AssertJson("""[{"id":22,"name":"blue"}]""", keys!.Value.GetProperty("labels"));
        AssertJson("""[{"id":22}]""", objects!.Value.GetProperty("labels"));
        AssertJson("""[{"id":22,"name":"navy"}]""", updated!.Value.GetProperty("labels"));
        AssertJson("""[{"id":21}]""", one!.Value.GetProperty("labels"));
        Assert.False(bare!.Value.TryGetProperty("labels", out _));
        Assert.Equal("""[{"bookId":1,"labelId":23}]""", await LinksAsync());
        AssertJson("[]", (await UpdateAsync("books", 1L, """{"labels":null}"""))!.Value.GetProperty("labels"));
        Assert.Equal("[]", await LinksAsync());
    }

    [Fact]
    public async Task An_object_with_an_unknown_key_is_created_with_nothing_but_the_key_on_update()
    {
        await CreateAsync("books", """{"id":1,"title":"T"}""");

        var written = await UpdateAsync("books", 1L, """{"labels":[{"id":4040,"name":"lost"}]}""");

        AssertJson("""[{"id":4040,"name":null}]""", written!.Value.GetProperty("labels"));
    }

    [Fact]
    public async Task The_rules_of_a_target_hold_for_an_object_reduced_to_its_key()
    {
        await SeedAsync();

        var refused = await Assert.ThrowsAsync<ValidationException>(() =>
            UpdateAsync("authors", 11L, """{"books":[{"id":998,"title":"b998"}]}""")
        );

        Assert.Equal("Books: Title is required", refused.Message);
    }

    [Fact]
    public async Task An_association_wins_over_its_key_and_repeats_a_key_given_as_text()
    {
        await SeedAsync();
        await CreateAsync("books", """{"id":1,"title":"T"}""");

        var text = await UpdateAsync("books", 1L, """{"author":"12"}""");
        var wins = await UpdateAsync("books", 1L, """{"authorId":1,"author":{"id":11}}""");
        var none = await UpdateAsync("books", 1L, """{"author":null}""");

        Assert.Equal("12", text!.Value.GetProperty("authorId").GetString());
        Assert.Equal(11, wins!.Value.GetProperty("authorId").GetInt64());
        Assert.Equal("null", none!.Value.GetProperty("author").GetRawText());
        Assert.Equal("null", none.Value.GetProperty("authorId").GetRawText());
    }

    [Fact]
    public async Task A_to_one_association_cannot_be_an_array()
    {
        var refused = await Assert.ThrowsAsync<BadRequestException>(() =>
            CreateAsync("books", """{"title":"T","author":[1]}""")
        );

        Assert.Equal("The value of 'author' cannot be in array format", refused.Message);
        Assert.Equal("[]", await RowsAsync("books", "id", "id"));
    }

    [Fact]
    public async Task Has_one_relinks_by_key_and_leaves_the_old_one_beside_a_new_one()
    {
        await CreateAsync("covers", """{"id":31,"color":"spare"}""");
        await CreateAsync("books", """{"id":1,"title":"T","cover":{"id":32,"color":"c1"}}""");
        await UpdateAsync("books", 1L, """{"cover":{"id":33,"color":"c2"}}""");
        Assert.Equal(
            """[{"id":31,"bookId":null},{"id":32,"bookId":1},{"id":33,"bookId":1}]""",
            await RowsAsync("covers", "id,bookId", "id")
        );

        var linked = await UpdateAsync("books", 1L, """{"cover":31}""");
        Assert.False(linked!.Value.TryGetProperty("cover", out _));
        Assert.Equal(
            """[{"id":31,"bookId":1},{"id":32,"bookId":null},{"id":33,"bookId":null}]""",
            await RowsAsync("covers", "id,bookId", "id")
        );

        var emptied = await UpdateAsync("books", 1L, """{"cover":null}""");
        Assert.Equal("null", emptied!.Value.GetProperty("cover").GetRawText());
        Assert.Equal(
            """[{"id":31,"bookId":null},{"id":32,"bookId":null},{"id":33,"bookId":null}]""",
            await RowsAsync("covers", "id,bookId", "id")
        );
    }

    [Fact]
    public async Task Has_many_links_unlinks_and_creates()
    {
        await SeedAsync();
        await CreateManyAsync(
            "books",
            ["""{"id":1,"title":"A","author":12}""", """{"id":2,"title":"B","author":11}"""]
        );

        var written = await UpdateAsync("authors", 11L, """{"books":[{"title":"C"},1]}""");

        var books = written!.Value.GetProperty("books");
        Assert.Equal(11, books[0].GetProperty("authorId").GetInt64());
        Assert.Equal("A", books[0].GetProperty("title").GetString());
        Assert.Equal("C", books[1].GetProperty("title").GetString());
        Assert.Equal(
            """[{"title":"A","authorId":11},{"title":"B","authorId":null},{"title":"C","authorId":11}]""",
            await RowsAsync("books", "title,authorId", "title")
        );
    }

    [Fact]
    public async Task Deeper_levels_are_updated_by_their_own_paths()
    {
        await SeedAsync();
        var both = new WriteOptions { UpdateAssociationValues = ["books", "books.labels"] };
        await UpdateAsync(
            "authors",
            11L,
            """{"books":[{"id":1,"title":"nb","labels":[{"id":99,"name":"deep"}]}]}""",
            both
        );

        var first = new WriteOptions { UpdateAssociationValues = ["books"] };
        var written = await UpdateAsync(
            "authors",
            11L,
            """{"books":[{"id":1,"title":"nb-x","authorId":12,"labels":[{"id":99,"name":"not applied"}]}]}""",
            first
        );

        var book = written!.Value.GetProperty("books")[0];
        Assert.Equal("nb-x", book.GetProperty("title").GetString());
        Assert.Equal(11, book.GetProperty("authorId").GetInt64());
        AssertJson("""[{"id":99,"name":"deep"}]""", book.GetProperty("labels"));

        await UpdateAsync("authors", 11L, """{"books":[{"id":1,"labels":[{"id":99,"name":"applied"}]}]}""", both);
        Assert.Equal(
            """[{"name":"red"},{"name":"blue"},{"name":"green"},{"name":"applied"}]""",
            await RowsAsync("labels", "name", "id")
        );
    }

    [Fact]
    public async Task Associations_of_a_linked_target_are_written_though_its_values_are_not()
    {
        await SeedAsync();
        await CreateAsync("books", """{"id":1,"title":"T"}""");

        await CreateAsync("authors", """{"id":13,"books":[{"id":1,"title":"no","labels":[21]}]}""");

        Assert.Equal("""[{"title":"T","authorId":13}]""", await RowsAsync("books", "title,authorId", "id"));
        Assert.Equal("""[{"bookId":1,"labelId":21}]""", await LinksAsync());
    }

    [Fact]
    public async Task Nested_names_of_a_whitelist_restrict_nested_values()
    {
        var written = await CreateAsync(
            "books",
            """{"title":"wl","pages":9,"author":{"name":"wlA","age":3},"labels":[{"name":"no"}]}""",
            new WriteOptions { Whitelist = ["title", "author.name"] }
        );

        Assert.Equal("null", written.GetProperty("pages").GetRawText());
        Assert.False(written.TryGetProperty("labels", out _));
        Assert.Equal("""[{"name":"wlA","age":null}]""", await RowsAsync("authors", "name,age", "id"));
    }

    [Fact]
    public async Task A_batch_writes_the_targets_of_all_its_rows()
    {
        await SeedAsync();
        var values = Enumerable
            .Range(100, 300)
            .Select(i =>
                $$"""
                    {"id":{{i}},"title":"b{{i}}","author":{"id":{{(i % 2 == 0 ? 11 : 900 + (i % 3))}}},
                     "cover":{"color":"c{{i}}"},"labels":[21,{"name":"l{{i}}"}]}
                    """
            );

        var written = await CreateManyAsync("books", values);

        Assert.Equal(300, written.Count);
        Assert.All(written, w => Assert.Equal(2, w.GetProperty("labels").GetArrayLength()));
        Assert.All(
            written,
            w => Assert.Equal(w.GetProperty("id").GetInt64(), w.GetProperty("cover").GetProperty("bookId").GetInt64())
        );
        Assert.Equal(
            """[{"id":11},{"id":12},{"id":900},{"id":901},{"id":902}]""",
            await RowsAsync("authors", "id", "id")
        );
        Assert.Equal(600, (await LinksAsync()).Split("bookId").Length - 1);
    }

    [Fact]
    public async Task A_relation_over_a_unique_column_wants_that_column()
    {
        var refused = await Assert.ThrowsAsync<BadRequestException>(() =>
            CreateAsync("shelves", """{"id":1,"labels":[{"id":21}]}""")
        );
        var written = await CreateAsync("shelves", """{"id":2,"labels":[{"code":"x"},{"code":"y","name":"Y"}]}""");

        Assert.Equal("code field value is empty", refused.Message);
        Assert.Equal("x", written.GetProperty("labels")[0].GetProperty("code").GetString());
        Assert.Equal(
            """[{"labelCode":"x"},{"labelCode":"y"}]""",
            await RowsAsync("shelf_labels", "labelCode", "labelCode")
        );
    }

    private async Task SeedAsync()
    {
        await CreateManyAsync("authors", ["""{"id":11,"name":"Ann"}""", """{"id":12,"name":"Bob"}"""]);
        await CreateManyAsync(
            "labels",
            ["""{"id":21,"name":"red"}""", """{"id":22,"name":"blue"}""", """{"id":23,"name":"green"}"""]
        );
    }

    private Task<string> LinksAsync() => RowsAsync("book_labels", "bookId,labelId", "labelId");
}

public sealed class SqliteNestedValuesTests(SqliteFixture fixture)
    : NestedValuesSuite(fixture),
        IClassFixture<SqliteFixture>;

public sealed class PostgreSqlNestedValuesTests(PostgreSqlFixture fixture)
    : NestedValuesSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
