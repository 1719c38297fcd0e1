using Pergola.Data.Records;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Reading;

/// <summary>How many statements reading costs: by what is asked for, never by how many rows there are.</summary>
public abstract class ReadStatementSuite(DatabaseFixture fixture) : ReadingSuite(fixture)
{
    protected override IReadOnlyList<string> Definitions =>
        [
            .. Shop.Definitions,
            """
                {"name":"$countries","autoGenId":false,"timestamps":false,"fields":[
                  {"name":"alpha_2","type":"string","primaryKey":true},
                  {"name":"subdivisions","type":"hasMany","target":"$subdivisions","foreignKey":"countryCode"}]}
                """,
            """
                {"name":"$subdivisions","timestamps":false,"tree":"adjacencyList","fields":[{"name":"name","type":"string"},
                  {"name":"country","type":"belongsTo","target":"$countries","foreignKey":"countryCode"},
                  {"name":"parent","type":"belongsTo","treeParent":true,"foreignKey":"parentId"},
                  {"name":"children","type":"hasMany","treeChildren":true,"foreignKey":"parentId"}]}
                """,
        ];

    [Theory]
    // The records and, in lists, their count.
    [InlineData("books", null, null, 1)]
    [InlineData("books", "author", null, 1)]
    [InlineData("books", "author", """{"author.name":"Ann","labels.name":"x"}""", 1)]
    // One more for each relation that is not joined, on each level.
    [InlineData("authors", "books", null, 2)]
    [InlineData("authors", "card", null, 2)]
    [InlineData("books", "labels", null, 2)]
    [InlineData("authors", "books,card", null, 3)]
    [InlineData("authors", "books,books.labels", null, 3)]
    [InlineData("authors", "books,books.labels,books.author,card", null, 4)]
    [InlineData("books", "author,author.books,author.books.labels,author.card", null, 4)]
    // None below where nothing was found.
    [InlineData("authors", "books,books.labels", """{"id":3}""", 2)]
    [InlineData("authors", "books,books.labels,card", """{"id":-1}""", 1)]
    // A chain is one statement, however long.
    [InlineData("subdivisions", "parent(recursively=true)", null, 2)]
    [InlineData("subdivisions", "children(recursively=true),children.country", """{"parentId":null}""", 2)]
    public async Task Statements_depend_on_what_is_asked(
        string collection,
        string? appends,
        string? filter,
        int expected
    )
    {
        await StartRowsAsync();
        var watched = new WatchedDatabase(Database);
        var reader = new RecordReader(watched);
        var query = Query(collection, Parameters(appends: appends, filter: filter));

        (await reader.ReadAsync(query, Cancelled)).Dispose();
        Assert.Equal(expected, watched.Statements.Count);

        await reader.CountAsync(query with { Limit = 20 }, Cancelled);
        Assert.Equal(expected + 1, watched.Statements.Count);
    }

    [Fact]
    public async Task Countries_with_their_subdivisions_are_three_statements()
    {
        await StartRowsAsync();
        var watched = new WatchedDatabase(Database);
        var reader = new RecordReader(watched);
        var query = Query("countries", Parameters(appends: "subdivisions")) with { Limit = 20 };

        var counting = reader.CountAsync(query, Cancelled);
        using var page = await reader.ReadAsync(query, Cancelled);

        Assert.Equal(2, await counting);
        Assert.Equal(2, page.Count);
        Assert.Equal(3, watched.Statements.Count);
        Assert.Single(watched.Statements, s => s.StartsWith("SELECT count(*)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"name":"inner"}""")]
    public async Task A_tree_is_two_statements(string? filter)
    {
        await StartRowsAsync();
        var watched = new WatchedDatabase(Database);

        var query = Query("subdivisions", Parameters(filter: filter, tree: true));
        (await new RecordReader(watched).ReadAsync(query, Cancelled)).Dispose();

        Assert.Equal(2, watched.Statements.Count);
    }

    [Fact]
    public async Task One_record_is_one_statement()
    {
        await StartRowsAsync();
        var watched = new WatchedDatabase(Database);

        var query = Query("books", Parameters(appends: "author", filter: """{"id":1}"""));
        await new RecordReader(watched).FindAsync(query, Cancelled);

        Assert.Single(watched.Statements);
    }

    [Fact]
    public async Task Many_relations_are_joined_and_the_rest_loaded_one_by_one()
    {
        await StartRowsAsync();
        var watched = new WatchedDatabase(Database);
        var paths = Enumerable.Range(1, 16).Select(n => string.Join('.', Enumerable.Repeat("parent", n)));
        var others = paths.Select(p => p + ".country");
        var query = Query(
            "subdivisions",
            Parameters(fields: "id", appends: string.Join(',', paths.Concat(others.Take(15))))
        );

        using var page = await new RecordReader(watched).ReadAsync(query, Cancelled);

        Assert.Equal(4, page.Count);
        Assert.InRange(watched.Statements.Count, 1, 20);
    }

    private async Task StartRowsAsync()
    {
        await StartAsync();
        foreach (var (collection, rows) in Shop.Rows)
        {
            await FillAsync(collection, rows);
        }

        await FillAsync("countries", """{"alpha_2":"se"}""", """{"alpha_2":"dk"}""");
        await FillAsync(
            "subdivisions",
            """{"id":1,"name":"outer","countryCode":"se","parentId":null}""",
            """{"id":2,"name":"middle","countryCode":"se","parentId":1}""",
            """{"id":3,"name":"inner","countryCode":"se","parentId":2}""",
            """{"id":4,"name":"other","countryCode":"dk","parentId":null}"""
        );
    }
}

public sealed class SqliteReadStatementTests(SqliteFixture fixture)
    : ReadStatementSuite(fixture),
        IClassFixture<SqliteFixture>;

public sealed class PostgreSqlReadStatementTests(PostgreSqlFixture fixture)
    : ReadStatementSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
