using Pergola.Core.Errors;
using Pergola.Data.Querying;

namespace Pergola.UnitTests.Querying;

public sealed class AggregateParserTests
{
    [Fact]
    public void Columns_are_named_by_alias_or_path()
    {
        var query = Parse(
            """{"measures":[{"field":"id","aggregation":"count"},{"field":"pages","aggregation":"sum","alias":"total"}],"dimensions":[{"field":["author","name"]},{"field":"author.age"}]}"""
        );

        Assert.Equal(["id", "total", "author.name", "author.age"], query.Columns.Select(c => c.Alias));
        Assert.True(query.IsGrouped);
        Assert.Equal(2000, query.Limit);
        Assert.Equal(0, query.Offset);
    }

    [Fact]
    public void A_plain_measure_may_be_what_the_groups_are_made_by() =>
        Assert.Equal(
            2,
            Parse(
                """{"measures":[{"field":"id","aggregation":"count","alias":"n"},{"field":"title"}],"dimensions":[{"field":"title"}]}"""
            ).Measures.Count
        );

    [Theory]
    [InlineData("""{"orders":[{"field":"title"}]}""", false)]
    [InlineData("""{"orders":[{"alias":"n","order":"desc"}]}""", true)]
    [InlineData("""{"orders":[{"field":"title","alias":"n","order":"DESC"}]}""", true)]
    [InlineData("""{"orders":[{"field":"title","order":"asc","nulls":"first"}]}""", false)]
    public void Orders_name_columns(string orders, bool descending)
    {
        var query = Parse(
            """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"title"}],"""
                + orders[1..]
        );

        Assert.Equal(descending, Assert.Single(query.Orders).Descending);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("1.5")]
    public void Conditions_on_numbers_take_numbers(string number)
    {
        var query = Parse(Having("""{"n":""" + number + ""","pages":{"$gt":1,"$lte":""" + number + "}}"));

        Assert.Equal(["n =", "pages >", "pages <="], query.Having.Select(h => $"{h.Column.Alias} {h.Comparison}"));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"measures":[]}""")]
    [InlineData("""{"measures":null,"dimensions":null}""")]
    [InlineData("""{"measures":5}""")]
    [InlineData("""{"measures":{"field":"id"}}""")]
    [InlineData("""{"measures":[5]}""")]
    [InlineData("""{"measures":[{}]}""")]
    [InlineData("""{"measures":[{"field":5}]}""")]
    [InlineData("""{"measures":[{"field":[]}]}""")]
    [InlineData("""{"measures":[{"field":[5]}]}""")]
    [InlineData("""{"measures":[{"field":""}]}""")]
    [InlineData("""{"measures":[{"field":"nope"}]}""")]
    [InlineData("""{"measures":[{"field":"author"}]}""")]
    [InlineData("""{"measures":[{"field":"sort"}]}""")]
    [InlineData("""{"measures":[{"field":"author.note"}]}""")]
    [InlineData("""{"measures":[{"field":"author.books.title"}]}""")]
    [InlineData("""{"measures":[{"field":"nope.title"}]}""")]
    [InlineData("""{"measures":[{"field":"title","aggregation":"stddev"}]}""")]
    [InlineData("""{"measures":[{"field":"title","aggregation":"COUNT"}]}""")]
    [InlineData("""{"measures":[{"field":"title","aggregation":"sum"}]}""")]
    [InlineData("""{"measures":[{"field":"title","aggregation":"avg"}]}""")]
    [InlineData("""{"measures":[{"field":"author.active","aggregation":"max"}]}""")]
    [InlineData("""{"measures":[{"field":"author.token","aggregation":"min"}]}""")]
    [InlineData("""{"measures":[{"field":"author.extra","aggregation":"min"}]}""")]
    [InlineData("""{"measures":[{"field":"author.photo","aggregation":"min"}]}""")]
    [InlineData("""{"measures":[{"field":"author.profile","aggregation":"count","distinct":true}]}""")]
    [InlineData("""{"measures":[{"field":"id","aggregation":"count"},{"field":"title"}]}""")]
    [InlineData("""{"dimensions":[{"field":"author.profile"}]}""")]
    [InlineData("""{"dimensions":[{"field":"title","format":"YYYY"}]}""")]
    [InlineData("""{"dimensions":[{"field":"author.born","format":"YYYY'"}]}""")]
    [InlineData("""{"dimensions":[{"field":"author.born","format":"Q"}]}""")]
    [InlineData("""{"dimensions":[{"field":"author.born","format":"%Y"}]}""")]
    [InlineData("""{"measures":[{"field":"id"}],"limit":-1}""")]
    [InlineData("""{"measures":[{"field":"id"}],"limit":"5"}""")]
    [InlineData("""{"measures":[{"field":"id"}],"offset":1.5}""")]
    [InlineData("""{"measures":[{"field":"id"}],"offset":99999999999999999999}""")]
    [InlineData("""{"measures":[{"field":"id"}],"orders":[{}]}""")]
    [InlineData("""{"measures":[{"field":"id"}],"orders":[{"alias":"nope"}]}""")]
    [InlineData("""{"measures":[{"field":"id"}],"orders":[{"field":"author.profile"}]}""")]
    [InlineData("""{"measures":[{"field":"id","aggregation":"count"}],"orders":[{"field":"title"}]}""")]
    [InlineData("""{"measures":[{"field":"id"}],"filter":{"nope":1}}""")]
    [InlineData("""{"measures":[{"field":"id"}],"filter":[]}""")]
    [InlineData("""{"measures":[{"field":"id","alias":"\ud800"}]}""")]
    [InlineData("""{"measures":[{"field":"\ud800"}]}""")]
    [InlineData("""{"measures":[{"field":"id","a\ud800":1}]}""")]
    [InlineData("""{"mea\ud800":[]}""")]
    [InlineData("""{"measures":[{"field":"id","alias":"a\u0000"}]}""")]
    public void Bodies_that_make_no_sense_are_refused(string body) => Refuse(body);

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("""{"nope":1}""")]
    [InlineData("""{"n":"5"}""")]
    [InlineData("""{"n":null}""")]
    [InlineData("""{"n":{"$in":[1]}}""")]
    [InlineData("""{"n":{"$gt":"x"}}""")]
    [InlineData("""{"n":{"$gt":{"$gt":1}}}""")]
    [InlineData("""{"n":1e999}""")]
    [InlineData("""{"pages":"x"}""")]
    [InlineData("""{"pages":1e999}""")]
    [InlineData("""{"born":"nope"}""")]
    [InlineData("""{"born":true}""")]
    [InlineData("""{"y":5}""")]
    [InlineData("""{"tags":"a"}""")]
    [InlineData("""{"$or":[{"n":1}]}""")]
    [InlineData("""{"$and":[5]}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"title":"\ud800"}""")]
    public void Conditions_that_make_no_sense_are_refused(string having) => Refuse(Having(having));

    [Fact]
    public void Numbers_of_parts_are_limited()
    {
        var columns = string.Join(',', Enumerable.Repeat("""{"field":"id"}""", 101));
        Refuse($$"""{"measures":[{{columns}}]}""");
        var conditions = string.Join(',', Enumerable.Repeat("""{"n":1}""", 101));
        Refuse(Having($$"""{"$and":[{{conditions}}]}"""));
        Refuse(
            """{"dimensions":[{"field":"author.born","format":"FORMAT"}]}""".Replace(
                "FORMAT",
                new string('-', 65),
                StringComparison.Ordinal
            )
        );
    }

    private static string Having(string having) =>
        """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"pages"},{"field":"title"},{"field":"author.born","alias":"born"},{"field":"author.born","format":"YYYY","alias":"y"},{"field":"author.tags","alias":"tags"}],"having":"""
        + having
        + "}";

    private static AggregateQuery Parse(string body) => QueryBench.Aggregate("books", body);

    private static void Refuse(string body)
    {
        var refused = Assert.ThrowsAny<PergolaException>(() => Parse(body));
        Assert.True(refused is BadRequestException or ValidationException, refused.GetType().Name);
        Assert.DoesNotContain("{", refused.Message, StringComparison.Ordinal);
    }
}
