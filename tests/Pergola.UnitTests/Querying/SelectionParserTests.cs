using Pergola.Core.Errors;
using Pergola.Data.Querying;

namespace Pergola.UnitTests.Querying;

/// <summary>What <c>fields</c>, <c>except</c> and <c>appends</c> select, written <c>a b rel(c d)</c>.</summary>
public sealed class SelectionParserTests
{
    private const string AllOfBooks = "id title pages authorId publisherNick authorName";
    private const string AllOfLabels = "id name shop";

    [Theory]
    [InlineData(null, "", "", AllOfBooks)]
    [InlineData("title", "", "", "title")]
    [InlineData("pages,title,title", "", "", "title pages")]
    [InlineData("sort,title", "", "", "title")]
    [InlineData("title,", "", "", "title")]
    [InlineData("author.name", "", "", "author(name)")]
    [InlineData("title,author.name,author.age", "", "", "title author(name age)")]
    [InlineData("labels.name", "", "", "labels(name)")]
    [InlineData("labels", "", "", $"labels+({AllOfLabels})")]
    [InlineData("author.address.city", "", "", "author(address(city))")]
    [InlineData(null, "title,pages", "", "id authorId publisherNick authorName")]
    [InlineData(null, "nope,author.nope", "", AllOfBooks)]
    [InlineData("title", "title", "", "title")]
    [InlineData("title", "", "labels", $"title labels+({AllOfLabels})")]
    [InlineData("title", "labels.shop,labels.id", "labels", "title labels+(name)")]
    [InlineData("title", "labels", "labels", "title")]
    [InlineData("title", "", "labels.name", "title labels(name)")]
    [InlineData("title", "", "labels,labels.name", $"title labels+({AllOfLabels})")]
    [InlineData("title", "", "author.address.city", "title author(address(city))")]
    [InlineData("title", "", "author.books", $"title author(books+({AllOfBooks}))")]
    [InlineData("title", "", "nope,nope.x,author.nope,author.nope.x,labels.name.x,", "title")]
    [InlineData("title", "", "title", "title")]
    public void Names_select_columns_and_relations(string? fields, string except, string appends, string expected)
    {
        var parameters = new QueryParameters
        {
            Fields = fields?.Split(','),
            Except = except.Split(','),
            Appends = appends.Split(','),
        };

        Assert.Equal(expected, Show(QueryBench.Query("books", parameters).Selection));
    }

    [Fact]
    public void Fields_without_a_column_are_accepted_and_select_nothing() =>
        Assert.Equal("name", Show(Select("authors", new QueryParameters { Fields = ["name", "virtual"] })));

    [Fact]
    public void Hidden_fields_are_never_selected()
    {
        Assert.Equal("", Show(Select("authors", new QueryParameters { Fields = ["note"] })));
        Assert.DoesNotContain("note", Show(Select("authors", new QueryParameters())), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "note",
            Show(Select("books", new QueryParameters { Appends = ["author", "author.note"] })),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("nope", "nope")]
    [InlineData("title,nope", "nope")]
    [InlineData("author.nope", "nope")]
    [InlineData("nope.title", "nope")]
    [InlineData("title.nope", "title")]
    [InlineData("*", "*")]
    [InlineData("", "fields")]
    [InlineData(",", "fields")]
    public void Unknown_fields_are_refused(string fields, string field)
    {
        var refused = Refuse(new QueryParameters { Fields = fields.Split(',') });
        Assert.Equal(field, refused.Field);
    }

    [Theory]
    [InlineData("labels(sort=name")]
    [InlineData("labels(sort=nope)")]
    [InlineData("labels(sort=books.title)")]
    [InlineData("labels(limit=5)")]
    [InlineData("labels(x)")]
    [InlineData("labels(sort=name&x=1)")]
    public void Wrong_options_are_refused(string append) => Refuse(new QueryParameters { Appends = [append] });

    [Fact]
    public void Options_say_how_a_relation_is_loaded()
    {
        var selection = Select("books", new QueryParameters { Appends = ["labels(sort=-name,id)", "author()"] });

        Assert.Equal(["name", "id"], selection.Appends[0].Sort.Select(k => k.Path.ToString()));
        Assert.Equal([true, false], selection.Appends[0].Sort.Select(k => k.Descending));
        Assert.Empty(selection.Appends[1].Sort);
    }

    [Theory]
    [InlineData("groups", "parent(recursively=true)", true)]
    [InlineData("groups", "children(recursively=true)", true)]
    [InlineData("groups", "parent(recursively=false)", false)]
    [InlineData("groups", "owner(recursively=true)", false)]
    [InlineData("books", "labels(recursively=true)", false)]
    public void Only_relations_to_the_own_collection_are_followed(string collection, string append, bool isRecursive) =>
        Assert.Equal(
            isRecursive,
            Select(collection, new QueryParameters { Fields = ["id"], Appends = [append] }).Appends[0].Recursive
        );

    [Fact]
    public void Relations_have_an_order_of_their_own()
    {
        var authors = Select("authors", new QueryParameters { Appends = ["books"] });
        var books = Select("books", new QueryParameters { Appends = ["chapters"] });

        Assert.Equal(["pages", "title"], authors.Appends[0].Sort.Select(k => k.Path.ToString()));
        Assert.Equal(["bookIdSort"], books.Appends[0].Sort.Select(k => k.Path.ToString()));
    }

    [Fact]
    public void Depth_and_number_are_limited()
    {
        var deep = string.Join('.', Enumerable.Repeat("parent", 16));
        Assert.NotNull(Select("groups", new QueryParameters { Appends = [deep] }));
        Refuse(new QueryParameters { Appends = [deep + ".parent.parent"] }, "groups");
        Refuse(new QueryParameters { Fields = [deep + ".parent.parent.name"] }, "groups");
        Refuse(new QueryParameters { Appends = [.. Enumerable.Repeat("labels", 129)] });

        var many = Enumerable
            .Range(0, 512)
            .Select(n =>
                string.Concat(Enumerable.Range(0, 9).Select(b => (n >> b) % 2 == 0 ? "parent." : "children.")) + "id"
            );
        Refuse(new QueryParameters { Fields = [.. many] }, "groups");
    }

    [Fact]
    public void Only_trees_are_read_as_trees()
    {
        Assert.Equal("tree", Refuse(new QueryParameters { Tree = true }).Field);
        Assert.True(QueryBench.Query("groups", new QueryParameters { Tree = true }).AsTree);
    }

    [Fact]
    public void Below_the_roots_records_say_where_they_hang() =>
        Assert.Equal(
            "name children+(id name parentId children+(id name parentId))",
            Show(Select("groups", new QueryParameters { Tree = true, Fields = ["name"] }))
                .Replace("+", "", StringComparison.Ordinal)
                .Replace("children", "children+", StringComparison.Ordinal)
        );

    private static Selection Select(string collection, QueryParameters parameters) =>
        QueryBench.Query(collection, parameters).Selection;

    private static PergolaException Refuse(QueryParameters parameters, string collection = "books")
    {
        var refused = Assert.ThrowsAny<PergolaException>(() => QueryBench.Query(collection, parameters));
        Assert.True(refused is BadRequestException or ValidationException, refused.GetType().Name);
        return refused;
    }

    /// <summary>Columns, then relations with what is selected of them; <c>+</c> where the through row comes along.</summary>
    private static string Show(Selection selection) =>
        string.Join(
            ' ',
            selection
                .Columns.Select(c => c.Name)
                .Concat(
                    selection.Appends.Select(a => $"{a.Relation.Name}{(a.WithThrough ? "+" : "")}({Show(a.Selection)})")
                )
        );
}
