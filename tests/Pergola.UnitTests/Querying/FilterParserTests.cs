using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Operators;
using Pergola.Data.Querying;
using Pergola.Data.Sql;
using Pergola.UnitTests.Sql;

namespace Pergola.UnitTests.Querying;

/// <summary>The grammar of filters, and what is refused in them.</summary>
public sealed class FilterParserTests
{
    public static TheoryData<string> Operators => [.. StandardOperators.All.Select(o => o.Name)];

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"$and":[]}""")]
    [InlineData("""{"$or":[]}""")]
    [InlineData("""{"$and":null}""")]
    [InlineData("""{"$or":{}}""")]
    [InlineData("""{"$and":[{},{"$or":[]}]}""")]
    public void A_filter_of_nothing_restricts_nothing(string filter) => Assert.Null(QueryBench.Filter("books", filter));

    [Theory]
    [InlineData("""{"author.name.$includes":"x"}""")]
    [InlineData("""{"author.name":{"$includes":"x"}}""")]
    [InlineData("""{"author":{"name":{"$includes":"x"}}}""")]
    [InlineData("""{"author":{"name.$includes":"x"}}""")]
    [InlineData("""{"author":{"$and":[{"name.$includes":"x"}]}}""")]
    [InlineData("""{"$and":{"author.name.$includes":"x"}}""")]
    [InlineData("""{"$or":[{"author.name.$includes":"x"},{}]}""")]
    public void Dotted_and_nested_spellings_are_the_same(string filter) =>
        Assert.Equal(Sql("""{"author.name":{"$includes":"x"}}"""), Sql(filter));

    [Theory]
    [InlineData("""{"title":"x","pages":5}""", """{"$and":[{"title":{"$eq":"x"}},{"pages":{"$eq":5}}]}""")]
    [InlineData("""{"pages":{"$gt":1,"$lt":5}}""", """{"pages.$gt":1,"pages.$lt":5}""")]
    [InlineData("""{"pages":[1,2]}""", """{"pages.$in":[1,2]}""")]
    [InlineData("""{"title":null}""", """{"title.$is":null}""")]
    [InlineData("""{"$or":{"title":"x","pages":5}}""", """{"$or":[{"title":"x"},{"pages":5}]}""")]
    [InlineData("""{"pages":{"$not":{"$gt":5}}}""", """{"$not":{"pages.$gt":5}}""")]
    public void Short_forms_mean_the_long_ones(string filter, string same) => Assert.Equal(Sql(same), Sql(filter));

    [Theory]
    [InlineData("""{"nope":1}""", "nope")]
    [InlineData("""{"Title":1}""", "Title")]
    [InlineData("""{"":1}""", "")]
    [InlineData("""{"title.nope":1}""", "title.nope")]
    [InlineData("""{"author.nope":1}""", "nope")]
    [InlineData("""{"author.books.nope":1}""", "nope")]
    [InlineData("""{"author..name":1}""", "")]
    [InlineData("""{"title\" OR 1=1 --":1}""", "title\" OR 1=1 --")]
    [InlineData("""{"author":5}""", "author")]
    [InlineData("""{"author":null}""", "author")]
    [InlineData("""{"labels.$eq":5}""", "labels")]
    [InlineData("""{"title.$nope":1}""", "title")]
    [InlineData("""{"title.$EQ":1}""", "title")]
    [InlineData("""{"title.$eq.$eq":1}""", "title")]
    [InlineData("""{"title":{"$gt":{"$gt":1}}}""", "title")]
    [InlineData("""{"$eq":1}""", "$eq")]
    [InlineData("""{"$exists":true}""", "$exists")]
    [InlineData("""{"$nor":[]}""", "$nor")]
    [InlineData("""{"$and":5}""", "$and")]
    [InlineData("""{"$or":"x"}""", "$or")]
    [InlineData("""{"$and":[5]}""", "filter")]
    [InlineData("""{"$and":[null]}""", "filter")]
    [InlineData("""{"$not":[]}""", "$not")]
    [InlineData("""{"$not":5}""", "$not")]
    [InlineData("""[]""", "filter")]
    [InlineData("""5""", "filter")]
    [InlineData("""null""", "filter")]
    [InlineData("""{"pages.$col":"nope"}""", "nope")]
    [InlineData("""{"pages.$col":5}""", "")]
    [InlineData("""{"pages.$col":"title"}""", "pages")]
    [InlineData("""{"author.profile.$col":"profile"}""", "author.profile")]
    [InlineData("""{"author.extra.a.$col":"extra"}""", "author.extra.a")]
    [InlineData("""{"author.tags.$col":"tags"}""", "author.tags")]
    public void Wrong_names_and_shapes_are_refused(string filter, string field)
    {
        var refused = Refuse(filter);
        Assert.Equal(field, refused.Field);
        Assert.Contains(field, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"title":{}}""", "title")]
    [InlineData("""{"author":{}}""", "author")]
    [InlineData("""{"author":{"name":{}}}""", "author.name")]
    [InlineData("""{"title":{"$and":[]}}""", "title")]
    [InlineData("""{"$not":{}}""", "$not")]
    [InlineData("""{"$not":{"$or":[{}]}}""", "$not")]
    [InlineData("""{"title":"x","pages":{}}""", "pages")]
    public void Names_without_a_condition_are_refused_and_not_ignored(string filter, string field) =>
        Assert.Equal(field, Refuse(filter).Field);

    [Theory]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"na\ud800me":"x"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("""{"$and":{"\ud800":1}}""")]
    [InlineData("""{"name":{"\ud800":1}}""")]
    [InlineData("""{"name.$col":"\ud800"}""")]
    [InlineData("""{"name.$in":["\ud800"]}""")]
    [InlineData("""{"extra.\ud800":1}""")]
    [InlineData("""{"extra.a":"\ud800"}""")]
    [InlineData("""{"extra.a\u0000":1}""")]
    [InlineData("""{"name":"a\u0000"}""")]
    public void Text_that_is_no_text_is_refused(string filter) => Refuse(filter, "authors");

    [Theory]
    [MemberData(nameof(Operators))]
    public void Operators_refuse_text_that_is_no_text_or_do_not_read_it(string name)
    {
        foreach (var column in QueryBench.Collection("authors").Columns)
        {
            foreach (
                var operand in (string[])
                    ["\"\\ud800\"", "[\"\\ud800\"]", """{"\ud800":1,"type\ud800":2}""", "\"a\\u0000\""]
            )
            {
                TryParse($$$"""{"{{{column.Name}}}.{{{name}}}":{{{operand}}}}""");
            }
        }
    }

    [Fact]
    public void Variables_are_read_as_text_as_well()
    {
        var filter = JsonText.Parse("""{"name":"\ud800"}""");

        Assert.Throws<BadRequestException>(() =>
            QueryBench.Filters.Parse(filter, QueryBench.Collection("authors"), QueryBench.Values, _ => default)
        );
    }

    [Theory]
    [InlineData("{{ x }}", "'of x'")]
    [InlineData(" {{x}} ", "'of x'")]
    [InlineData("a {{x}}", "'a {{x}}'")]
    [InlineData("{{x}", "'{{x}'")]
    public void Variables_are_whole_texts(string operand, string shown)
    {
        var filter = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["name"] = operand });
        var node = QueryBench.Filters.Parse(
            filter,
            QueryBench.Collection("authors"),
            QueryBench.Values,
            name => JsonSerializer.SerializeToElement("of " + name)
        );

        Assert.Contains(shown, Sql("authors", node), StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_without_a_value_means_no_value()
    {
        var node = QueryBench.Filters.Parse(
            JsonText.Parse("""{"name":"{{nope}}"}"""),
            QueryBench.Collection("authors"),
            QueryBench.Values,
            _ => JsonText.Null
        );

        Assert.Contains("IS NULL", Sql("authors", node), StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_conditions_is_limited()
    {
        Assert.NotNull(QueryBench.Filter("books", Conditions(1000)));
        Assert.Contains("1000", Refuse(Conditions(1001)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "1000",
            Refuse("{\"author\":" + Conditions(1001, "age") + "}").Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_length_of_a_path_is_limited()
    {
        Assert.NotNull(QueryBench.Filter("groups", $$"""{"{{Repeat("parent.", 63)}}name":"x"}"""));
        Assert.NotNull(QueryBench.Filter("authors", $$"""{"extra{{Repeat(".a", 64)}}":"x"}"""));
        Assert.Contains(
            "64",
            Refuse($$"""{"{{Repeat("parent.", 100)}}name":"x"}""", "groups").Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "64",
            Refuse($$"""{"extra{{Repeat(".a", 500_000)}}":"x"}""", "authors").Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("sqlite")]
    public void The_number_of_values_is_limited(string dialect)
    {
        var texts = "[" + string.Join(',', Enumerable.Repeat("\"a\"", 500)) + "]";
        var conditions = string.Join(',', Enumerable.Repeat($$"""{"title.$includes":{{texts}}}""", 21));
        var query = QueryBench.Query("books", $$"""{"$or":[{{conditions}}]}""");

        var refused = Assert.Throws<BadRequestException>(() => CountCompiler.Compile(query, Dialects.All[dialect]));
        Assert.Contains("10000", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("sqlite")]
    public void The_number_of_joins_is_limited(string dialect)
    {
        var query = QueryBench.Query("groups", $$"""{"{{Repeat("parent.", 61)}}name":"x"}""");

        var refused = Assert.Throws<BadRequestException>(() => CountCompiler.Compile(query, Dialects.All[dialect]));
        Assert.Equal("parent", refused.Field);
    }

    private static string Conditions(int count, string field = "id") =>
        "{\"$or\":[" + string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"{{field}}":{{i}}}""")) + "]}";

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Sql(string filter) => Sql("books", QueryBench.Filter("books", filter));

    private static string Sql(string collection, FilterNode? filter) =>
        SqlText.OfCount(
            new RecordQuery(QueryBench.Collection(collection)) { Filter = filter },
            Dialects.All["postgres"]
        );

    private static PergolaException Refuse(string filter, string collection = "books")
    {
        var refused = Assert.ThrowsAny<PergolaException>(() => QueryBench.Filter(collection, filter));
        Assert.True(refused is BadRequestException or ValidationException, refused.GetType().Name);
        return refused;
    }

    private static void TryParse(string filter)
    {
        try
        {
            QueryBench.Filter("authors", filter);
        }
        catch (Exception refused) when (refused is BadRequestException or ValidationException)
        {
            Assert.NotEmpty(refused.Message);
        }
    }
}
