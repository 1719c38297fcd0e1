using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Reading;

/// <summary>JSON of rows and of everything appended to them.</summary>
public abstract class RowSuite(DatabaseFixture fixture) : ReadingSuite(fixture)
{
    protected override IReadOnlyList<string> Definitions => Shop.Definitions;

    [Theory]
    // Columns.
    [InlineData("labels", null, null, "{'id':1,'name':'x'},{'id':2,'name':'y'}")]
    [InlineData("labels", "name,id", null, "{'id':1,'name':'x'},{'id':2,'name':'y'}")]
    [InlineData("authors", "name", null, "{'name':'Ann'},{'name':'Bo'},{'name':null}")]
    // To one: there, dangling, none.
    [InlineData(
        "books",
        "title,author.name",
        null,
        "{'title':'A1','author':{'name':'Ann'}},{'title':'A2','author':{'name':'Ann'}},"
            + "{'title':'B1','author':{'name':'Bo'}},{'title':'lost','author':null},{'title':null,'author':null}"
    )]
    // To many: several, one, none.
    [InlineData(
        "authors",
        "id,books.title",
        null,
        "{'id':1,'books':[{'title':'A1'},{'title':'A2'}]},{'id':2,'books':[{'title':'B1'}]},{'id':3,'books':[]}"
    )]
    // Several related records where there should be one: the first by key.
    [InlineData(
        "authors",
        "id",
        "card",
        "{'id':1,'card':{'id':5,'color':'blue','authorId':1}},{'id':2,'card':{'id':6,'color':'green','authorId':2}},"
            + "{'id':3,'card':null}"
    )]
    // Through rows come along with whole records and not with reduced ones.
    [InlineData(
        "books",
        "id",
        "labels",
        "{'id':1,'labels':[{'id':1,'name':'x','$bookLabels':{'bookId':1,'labelId':1,'note':null}},"
            + "{'id':2,'name':'y','$bookLabels':{'bookId':1,'labelId':2,'note':'n'}}]},{'id':2,'labels':[]},"
            + "{'id':3,'labels':[{'id':1,'name':'x','$bookLabels':{'bookId':3,'labelId':1,'note':null}}]},"
            + "{'id':4,'labels':[]},{'id':5,'labels':[]}"
    )]
    [InlineData(
        "books",
        "id,labels.name",
        null,
        "{'id':1,'labels':[{'name':'x'},{'name':'y'}]},{'id':2,'labels':[]},{'id':3,'labels':[{'name':'x'}]},"
            + "{'id':4,'labels':[]},{'id':5,'labels':[]}"
    )]
    // Nested, the level between without columns of its own.
    [InlineData(
        "authors",
        "id,books.labels.name",
        null,
        "{'id':1,'books':[{'labels':[{'name':'x'},{'name':'y'}]},{'labels':[]}]},"
            + "{'id':2,'books':[{'labels':[{'name':'x'}]}]},{'id':3,'books':[]}"
    )]
    // Several in one row, some inside a joined record.
    [InlineData(
        "books",
        "author.card.color,author.name,labels.name",
        null,
        "{'author':{'name':'Ann','card':{'color':'blue'}},'labels':[{'name':'x'},{'name':'y'}]},"
            + "{'author':{'name':'Ann','card':{'color':'blue'}},'labels':[]},"
            + "{'author':{'name':'Bo','card':{'color':'green'}},'labels':[{'name':'x'}]},"
            + "{'author':null,'labels':[]},{'author':null,'labels':[]}"
    )]
    // There and back.
    [InlineData("cards", "id", null, "{'id':5},{'id':6},{'id':7}")]
    [InlineData(
        "books",
        "id,author.books.title",
        null,
        "{'id':1,'author':{'books':[{'title':'A1'},{'title':'A2'}]}},{'id':2,'author':{'books':[{'title':'A1'},{'title':'A2'}]}},"
            + "{'id':3,'author':{'books':[{'title':'B1'}]}},{'id':4,'author':null},{'id':5,'author':null}"
    )]
    // Nothing but what is appended.
    [InlineData("authors", "books.id", null, "{'books':[{'id':1},{'id':2}]},{'books':[{'id':3}]},{'books':[]}")]
    [InlineData(
        "books",
        "author.id",
        null,
        "{'author':{'id':1}},{'author':{'id':1}},{'author':{'id':2}},{'author':null},{'author':null}"
    )]
    public async Task Rows_are_written_as_asked(string collection, string? fields, string? appends, string expected)
    {
        await StartShopAsync();

        Assert.Equal(expected, await ReadAsync(Query(collection, Parameters(fields, appends))));
    }

    [Theory]
    [InlineData("id,title", "id", "{'title':'A1','author':{'id':1,'name':'Ann'}}")]
    [InlineData(null, "title,price,author.id", "{'id':1,'authorId':1,'author':{'name':'Ann'}}")]
    [InlineData(null, "id,title,price,authorId,author.id,author.name", "{'author':{}}")]
    [InlineData(null, "author,title,price", "{'id':1,'authorId':1}")]
    public async Task Exceptions_are_left_out(string? fields, string except, string expected)
    {
        await StartShopAsync();
        var parameters = fields is null ? Parameters(appends: "author", except: except) : Parameters("title", "author");

        Assert.Equal(expected, await ReadAsync(Query("books", parameters) with { Limit = 1 }));
    }

    [Fact]
    public async Task Appended_records_are_sorted_as_asked()
    {
        await StartShopAsync();

        Assert.Equal(
            "{'id':1,'books':[{'title':'A2'},{'title':'A1'}]}",
            await ReadAsync(
                Query(
                    "authors",
                    Parameters("id,books.title", "books(sort=-price)", except: "books.id,books.price,books.authorId")
                ) with
                {
                    Limit = 1,
                }
            )
        );
    }

    [Theory]
    [InlineData("title", "A1 A2 B1 lost -")]
    [InlineData("-title", "lost B1 A2 A1 -")]
    [InlineData("price", "A1 lost - A2 B1")]
    [InlineData("-price", "A2 - lost A1 B1")]
    [InlineData("author.name,-title", "A2 A1 B1 lost -")]
    [InlineData("-author.name,-id", "B1 A2 A1 - lost")]
    public async Task Nothing_sorts_last_in_both_directions(string sort, string expected)
    {
        await StartShopAsync();

        var rows = await ReadAsync(Query("books", Parameters("title", sort: sort)));

        var titles = rows.Split("},{").Select(r => r.Trim('{', '}').Split(':')[1].Trim('\''));
        Assert.Equal(expected, string.Join(' ', titles).Replace("null", "-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("authors", "books", 1L, "{'title':'A1'},{'title':'A2'}", 2)]
    [InlineData("authors", "books", 3L, "", 0)]
    [InlineData("authors", "card", 1L, "{'color':'blue'},{'color':'red'}", 2)]
    [InlineData("books", "author", 3L, "{'name':'Bo'}", 1)]
    [InlineData("books", "author", 4L, "", 0)]
    [InlineData("books", "author", 77L, "", 0)]
    [InlineData("books", "labels", 1L, "{'name':'x','_pivot_':null},{'name':'y','_pivot_':null}", 2)]
    public async Task Scopes_restrict_rows_and_counts(
        string collection,
        string relation,
        long source,
        string expected,
        int count
    )
    {
        await StartShopAsync();
        var found = Relation(collection, relation);
        var target = Relation(collection, relation).Target;
        var columns = target.Columns.Where(c => c.Name is "title" or "color" or "name").ToList();
        var query = new RecordQuery(target)
        {
            Selection = new Selection(columns, []),
            Scope = new AssociationScope(found, source),
        };

        Assert.Equal(expected, await ReadAsync(query));
        Assert.Equal(count, await Reader.CountAsync(query, Cancelled));
    }

    [Fact]
    public async Task A_scope_over_a_through_table_brings_its_rows()
    {
        await StartShopAsync();
        var query = Query("labels") with
        {
            Scope = new AssociationScope(Relation("books", "labels"), 3L),
            WithThrough = true,
        };

        Assert.Equal(
            "{'id':1,'name':'x','$bookLabels':{'bookId':3,'labelId':1,'note':null},'_pivot_':null}",
            await ReadAsync(query)
        );
    }

    [Theory]
    [InlineData("""{"labels.name":["x","y"]}""", "1 3")]
    [InlineData("""{"labels.name":"x","author.name":"Ann"}""", "1")]
    [InlineData("""{"$or":[{"labels.name":"y"},{"author.name":"Bo"},{"title":"lost"}]}""", "1 3 4")]
    [InlineData("""{"labels.name.$ne":"x"}""", "1 2 4 5")]
    [InlineData("""{"$not":{"labels.name":"x"}}""", "1")]
    [InlineData("""{"$and":[{"labels.name":"x"},{"labels.name":"y"}]}""", "")]
    [InlineData("""{"labels.$notExists":true}""", "2 4 5")]
    [InlineData("""{"author.$exists":true}""", "1 2 3")]
    [InlineData("""{"author.books.labels.name":"y"}""", "1 2")]
    [InlineData("""{"author.name.$empty":true}""", "4 5")]
    public async Task Relations_in_filters_never_repeat_rows(string filter, string expected)
    {
        await StartShopAsync();
        var query = Query("books", Parameters("id", filter: filter));

        var ids = (await ReadAsync(query))
            .Replace("{'id':", "", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal);
        Assert.Equal(expected, ids.Replace(',', ' '));
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length,
            await Reader.CountAsync(query, Cancelled)
        );
    }

    [Fact]
    public async Task Pages_are_cut_with_what_is_appended()
    {
        await StartShopAsync();
        using var page = await Reader.ReadAsync(Query("authors", Parameters("id,books.id")), Cancelled);

        page.Cut(5);
        Assert.Equal(3, page.Count);
        page.Cut(2);
        Assert.Equal("{'id':1,'books':[{'id':1},{'id':2}]},{'id':2,'books':[{'id':3}]}", Shown(page));
        page.Cut(1);
        Assert.Equal("{'id':1,'books':[{'id':1},{'id':2}]}", Shown(page));
        page.Cut(0);
        Assert.Equal("", Shown(page));
        Assert.Equal(0, page.Count);
    }

    [Fact]
    public async Task Pages_without_appends_are_cut_too()
    {
        await StartShopAsync();
        using var page = await Reader.ReadAsync(Query("labels", Parameters("id")), Cancelled);

        page.Cut(1);

        Assert.Equal("{'id':1}", Shown(page));
    }

    [Theory]
    [InlineData(2L, 0L, "1 2")]
    [InlineData(2L, 4L, "5")]
    [InlineData(2L, 9L, "")]
    [InlineData(0L, 0L, "")]
    [InlineData(null, 3L, "4 5")]
    public async Task Pages_have_a_start_and_a_length(long? limit, long offset, string expected)
    {
        await StartShopAsync();
        var query = Query("books", Parameters("id")) with { Limit = limit, Offset = offset };

        var rows = await ReadAsync(query);

        Assert.Equal(expected, string.Concat(rows.Where(c => char.IsDigit(c) || c == ',')).Replace(',', ' '));
        Assert.Equal(5, await Reader.CountAsync(query, Cancelled));
    }

    [Fact]
    public async Task The_first_record_is_found_or_undefined()
    {
        await StartShopAsync();

        var found = await Reader.FindAsync(Query("labels", Parameters(filter: """{"name":"y"}""")), Cancelled);
        var none = await Reader.FindAsync(Query("labels", Parameters(filter: """{"name":"z"}""")), Cancelled);

        Assert.Equal(2, found.GetProperty("id").GetInt64());
        Assert.Equal(System.Text.Json.JsonValueKind.Undefined, none.ValueKind);
    }

    private async Task StartShopAsync()
    {
        await StartAsync();
        foreach (var (collection, rows) in Shop.Rows)
        {
            await FillAsync(collection, rows);
        }
    }
}

public sealed class SqliteRowTests(SqliteFixture fixture) : RowSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PostgreSqlRowTests(PostgreSqlFixture fixture) : RowSuite(fixture), IClassFixture<PostgreSqlFixture>;
