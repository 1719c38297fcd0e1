using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Records;

/// <summary>Own attributes of records: what is taken, generated, refused and answered.</summary>
public abstract class CreateAndUpdateSuite(DatabaseFixture fixture) : RecordSuite(fixture)
{
    private const string Stamp = "2026-01-02T03:04:05.678Z";

    protected override IReadOnlyList<string> Definitions => BookShelf.Definitions;

    [Fact]
    public async Task Create_answers_with_every_attribute_and_the_defaults_of_the_database()
    {
        var written = await CreateAsync("authors", """{"id":7,"name":"Ann","age":"41","nosuch":1}""");

        AssertJson(
            $$"""
            {"id":7,"name":"Ann","age":41,"email":null,"tags":[],"level":"gold","createdAt":"{{Stamp}}",
             "updatedAt":"{{Stamp}}","createdById":1,"updatedById":1}
            """,
            written
        );
    }

    [Fact]
    public async Task An_empty_body_creates_a_record_with_a_generated_key()
    {
        var written = await CreateAsync("authors", "{}");

        Assert.True(written.GetProperty("id").GetInt64() > 1L << 40);
    }

    [Fact]
    public async Task Users_and_change_time_are_the_servers_while_a_creation_time_may_be_given()
    {
        var written = await CreateAsync(
            "authors",
            """
            {"id":1,"createdAt":"2020-01-02T03:04:05.000Z","updatedAt":"2020-01-02T03:04:05.000Z","createdById":99,
             "updatedBy":{"nickname":"x"}}
            """
        );

        AssertJson(
            $$"""
            {"id":1,"name":null,"age":null,"email":null,"tags":[],"level":"gold","createdAt":"2020-01-02T03:04:05.000Z",
             "updatedAt":"{{Stamp}}","createdById":1,"updatedById":1}
            """,
            written
        );
    }

    [Fact]
    public async Task Many_rows_keep_their_order_and_their_defaults()
    {
        var values = Enumerable
            .Range(0, 2_500)
            .Select(i => i % 3 == 0 ? $$"""{"name":"n{{i}}"}""" : $$"""{"name":"n{{i}}","age":{{i}},"level":"x"}""");
        var written = await CreateManyAsync("authors", values);

        Assert.Equal(
            Enumerable.Range(0, 2_500).Select(i => $"n{i}"),
            written.Select(w => w.GetProperty("name").GetString())
        );
        Assert.Equal("gold", written[3].GetProperty("level").GetString());
        Assert.Equal("x", written[4].GetProperty("level").GetString());
        Assert.Equal(4, written[4].GetProperty("age").GetInt64());
    }

    [Fact]
    public async Task A_second_record_with_a_unique_value_is_refused_by_the_title_of_the_field()
    {
        await CreateAsync("authors", """{"email":"dup@x.io"}""");

        var refused = await Assert.ThrowsAsync<ConstraintException>(() =>
            CreateAsync("authors", """{"email":"dup@x.io"}""")
        );

        Assert.Equal("Email already exists", refused.Message);
    }

    [Fact]
    public async Task A_second_record_with_a_key_is_refused()
    {
        await CreateAsync("authors", """{"id":5}""");

        var refused = await Assert.ThrowsAsync<ConstraintException>(() => CreateAsync("authors", """{"id":5}"""));

        Assert.Equal("ID already exists", refused.Message);
    }

    [Theory]
    [InlineData("""{"pages":3}""", "Books: Title is required")]
    [InlineData("""{"title":null}""", "Books: Title is required")]
    [InlineData("""{"title":""}""", "Books: Title is not allowed to be empty")]
    [InlineData(
        """{"title":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}""",
        "Books: Title length must be less than or equal to 40 characters long"
    )]
    public async Task A_broken_rule_names_collection_and_field(string values, string message)
    {
        var refused = await Assert.ThrowsAsync<ValidationException>(() => CreateAsync("books", values));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public async Task A_database_key_goes_on_after_a_chosen_one()
    {
        await CreateAsync("users", """{"nickname":"a"}""");
        await CreateAsync("users", """{"id":5,"nickname":"b"}""");
        await CreateAsync("users", """{"id":3,"nickname":"c"}""");
        var next = await CreateAsync("users", """{"id":"","nickname":"d"}""");
        await CreateAsync("users", """{"id":500000,"nickname":"e"}""");
        var last = await CreateAsync("users", """{"id":null}""");

        Assert.Equal(6, next.GetProperty("id").GetInt64());
        Assert.Equal(500_001, last.GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Update_changes_only_what_is_given_and_the_time_only_with_it()
    {
        await CreateAsync("authors", """{"id":1,"name":"Ann","age":41}""");
        Time.Now = Time.Now.AddHours(1);
        var same = await UpdateAsync("authors", 1L, """{"name":"Ann","age":41}""");
        var empty = await UpdateAsync("authors", 1L, """{"createdAt":"2020-01-01T00:00:00.000Z"}""");
        var changed = await UpdateAsync("authors", 1L, """{"age":null}""");

        Assert.Equal(Stamp, same!.Value.GetProperty("updatedAt").GetString());
        Assert.Equal(Stamp, empty!.Value.GetProperty("updatedAt").GetString());
        AssertJson(
            $$"""
            {"id":1,"name":"Ann","age":null,"email":null,"tags":[],"level":"gold","createdAt":"{{Stamp}}",
             "updatedAt":"2026-01-02T04:04:05.678Z","createdById":1,"updatedById":1}
            """,
            changed
        );
    }

    [Fact]
    public async Task Update_repeats_a_number_given_as_text()
    {
        await CreateAsync("authors", """{"id":1}""");

        var written = await UpdateAsync("authors", 1L, """{"age":"42"}""");

        Assert.Equal("42", written!.Value.GetProperty("age").GetString());
        Assert.Equal("""[{"age":42}]""", await RowsAsync("authors", "age", "id"));
    }

    [Fact]
    public async Task Update_of_a_record_that_is_not_there_answers_nothing()
    {
        Assert.Null(await UpdateAsync("authors", 404L, """{"age":1}"""));
        Assert.Null(await UpdateAsync("authors", 404L, """{}"""));
        Assert.Null(await UpdateAsync("books", 404L, """{"author":{"name":"not made"}}"""));
        Assert.Equal("[]", await RowsAsync("authors", "name", "id"));
    }

    [Fact]
    public async Task Update_looks_at_the_filter_as_well()
    {
        await CreateAsync("authors", """{"id":1,"name":"Ann","age":5}""");
        var name = ColumnOf(await CollectionAsync("authors"), "name");
        FilterCondition Is(string wanted) =>
            new(
                FieldPath.Of(name),
                (sql, column) => sql.Append(column).Append(" = ").Parameter(wanted, name.ColumnType)
            );

        Assert.Null(await UpdateAsync("authors", 1L, """{"age":6}""", filter: Is("Bob")));
        Assert.NotNull(await UpdateAsync("authors", 1L, """{"age":7}""", filter: Is("Ann")));
        Assert.Equal("""[{"age":7}]""", await RowsAsync("authors", "age", "id"));
    }

    [Fact]
    public async Task Update_looks_at_a_filter_over_relations()
    {
        await CreateAsync(
            "books",
            """{"id":1,"title":"T","author":{"id":9,"name":"Ann"},"labels":[{"name":"red"},{"name":"blue"}]}"""
        );
        var books = await CollectionAsync("books");
        Assert.True(books.TryGetRelation("author", out var author));
        Assert.True(books.TryGetRelation("labels", out var labels));
        FilterCondition Named(Data.Schema.Relation relation, string wanted)
        {
            var name = ColumnOf(relation.Target, "name");
            return new FilterCondition(
                new FieldPath([relation], name, []),
                (sql, column) => sql.Append(column).Append(" = ").Parameter(wanted, name.ColumnType)
            );
        }

        Assert.Null(await UpdateAsync("books", 1L, """{"pages":1}""", filter: Named(author, "Bob")));
        Assert.NotNull(await UpdateAsync("books", 1L, """{"pages":2}""", filter: Named(author, "Ann")));
        Assert.NotNull(await UpdateAsync("books", 1L, """{"pages":3}""", filter: Named(labels, "blue")));
        Assert.Null(await UpdateAsync("books", 1L, """{"pages":4}""", filter: Named(labels, "green")));
        Assert.Equal("""[{"pages":3}]""", await RowsAsync("books", "pages", "id"));
    }

    [Fact]
    public async Task Whitelist_and_blacklist_restrict_properties()
    {
        await CreateAsync("authors", """{"id":1,"name":"Ann","age":1}""");

        await UpdateAsync("authors", 1L, """{"name":"Bob","age":9}""", new WriteOptions { Whitelist = ["name"] });
        await UpdateAsync("authors", 1L, """{"name":"No","age":10}""", new WriteOptions { Blacklist = ["name"] });

        Assert.Equal("""[{"name":"Bob","age":10}]""", await RowsAsync("authors", "name,age", "id"));
    }

    [Fact]
    public async Task Values_that_do_not_fit_name_the_field()
    {
        var refused = await Assert.ThrowsAnyAsync<PergolaException>(() => CreateAsync("authors", """{"age":"abc"}"""));

        Assert.Contains("age", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Values_that_are_no_object_are_refused(string values) =>
        await Assert.ThrowsAsync<BadRequestException>(() => CreateAsync("authors", values));

    [Fact]
    public async Task A_refused_row_leaves_nothing_of_its_batch()
    {
        await Assert.ThrowsAsync<ValidationException>(() =>
            CreateManyAsync("books", ["""{"title":"ok"}""", """{"title":""}"""])
        );

        Assert.Equal("[]", await RowsAsync("books", "title", "id"));
    }

    [Fact]
    public async Task Destroy_counts_the_records_that_were_there()
    {
        await CreateManyAsync("authors", ["""{"id":1}""", """{"id":2}"""]);

        Assert.Equal(2, await DestroyAsync("authors", 1L, 2L, 3L));
        Assert.Equal(0, await DestroyAsync("authors", 1L));
        Assert.Equal(0, await DestroyAsync("authors"));
    }
}

public sealed class SqliteCreateAndUpdateTests(SqliteFixture fixture)
    : CreateAndUpdateSuite(fixture),
        IClassFixture<SqliteFixture>;

public sealed class PostgreSqlCreateAndUpdateTests(PostgreSqlFixture fixture)
    : CreateAndUpdateSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
