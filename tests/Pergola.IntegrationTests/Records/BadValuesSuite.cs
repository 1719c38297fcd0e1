using Pergola.Core.Errors;
using Pergola.Data.Records;
using Pergola.Data.Records.Associations;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Records;

/// <summary>Values that make no sense end as an error of the product or are taken; never as one of the database.</summary>
public abstract class BadValuesSuite(DatabaseFixture fixture) : RecordSuite(fixture)
{
    private static readonly WriteOptions Updates = new() { UpdateAssociationValues = ["labels", "author", "cover"] };

    protected override IReadOnlyList<string> Definitions => BookShelf.Definitions;

    private static readonly string[] Values =
    [
        "true",
        "\"\"",
        "\"abc\"",
        "\"\\u0000\"",
        "\"'; DROP TABLE x; --\"",
        "-1",
        "1.5",
        "1e30",
        "9223372036854775808",
        "[]",
        "[[]]",
        "[[1]]",
        "[null,null]",
        "[true]",
        "[\"\\u0000\"]",
        "{}",
        "{\"id\":\"abc\"}",
        "{\"id\":[1]}",
        "{\"id\":{}}",
        "{\"id\":1e30}",
        "{\"name\":\"\\u0000\"}",
        "[{},{}]",
        "[1,1,{\"id\":1},{\"id\":1,\"name\":\"x\"}]",
        "[{\"id\":1,\"$book_labels\":5}]",
        "[{\"id\":1,\"$book_labels\":{\"note\":[1],\"bookId\":\"x\"}}]",
        "[{\"id\":99},{\"id\":99,\"name\":\"x\"}]",
        "{\"books\":{\"author\":{\"books\":[{}]}}}",
    ];

    [Theory]
    [InlineData("id")]
    [InlineData("title")]
    [InlineData("pages")]
    [InlineData("author")]
    [InlineData("authorId")]
    [InlineData("labels")]
    [InlineData("cover")]
    [InlineData("createdAt")]
    [InlineData("createdBy")]
    public async Task Values_are_taken_or_refused(string name)
    {
        await CreateAsync("labels", """{"id":1}""");
        await CreateAsync("books", """{"id":1,"title":"T"}""");
        foreach (var value in Values)
        {
            var values = $$"""{"{{name}}":{{value}}}""";
            await ExpectAsync(() => CreateAsync("books", values.Insert(1, "\"title\":\"T\",")));
            await ExpectAsync(() => UpdateAsync("books", 1L, values));
            await ExpectAsync(() => UpdateAsync("books", 1L, values, Updates));
        }
    }

    [Theory]
    [InlineData("[[]]")]
    [InlineData("[[1,2]]")]
    [InlineData("[true]")]
    [InlineData("[\"\\u0000\"]")]
    [InlineData("[1e30]")]
    [InlineData("[\"\"]")]
    [InlineData("[[1,{\"note\":[1],\"bookId\":\"x\"}]]")]
    public async Task Links_are_taken_or_refused(string targets)
    {
        await CreateAsync("labels", """{"id":1}""");
        await CreateAsync("books", """{"id":1,"title":"T"}""");

        foreach (var action in Enum.GetValues<LinkAction>())
        {
            await ExpectAsync(() => LinkAsync("books", 1L, "labels", action, targets));
            await ExpectAsync(() => LinkAsync("books", 1L, "author", action, targets));
            await ExpectAsync(() => LinkAsync("books", 1L, "cover", action, targets));
        }
    }

    private static async Task ExpectAsync(Func<Task> write)
    {
        var refused = await Record.ExceptionAsync(write);
        Assert.True(refused is null or PergolaException, refused?.ToString());
        Assert.DoesNotContain("SQL", refused?.Message ?? "", StringComparison.Ordinal);
    }
}

public sealed class SqliteBadValuesTests(SqliteFixture fixture) : BadValuesSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PostgreSqlBadValuesTests(PostgreSqlFixture fixture)
    : BadValuesSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
