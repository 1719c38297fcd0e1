using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.UnitTests.Sql;

namespace Pergola.UnitTests.Querying;

public sealed class KeyParserTests
{
    private const string Ticket = "6f9619ff-8b86-d011-b42d-00c04fc964ff";

    [Theory]
    [InlineData("books", "5", """t."id" = $1""", "Int64 5")]
    [InlineData("books", "\"5\"", """t."id" = $1""", "Int64 5")]
    [InlineData("books", "\"9007199254740993\"", """t."id" = $1""", "Int64 9007199254740993")]
    [InlineData("books", "[1,\"2\"]", """t."id" = ANY($1)""", "Int64 [1, 2]")]
    [InlineData("books", "[]", """t."id" = ANY($1)""", "Int64 []")]
    [InlineData("books", """{"id":5}""", """t."id" = $1""", "Int64 5")]
    [InlineData("tickets", "\"6F9619FF-8B86-D011-B42D-00C04FC964FF\"", """t."id" = $1""", "Uuid " + Ticket)]
    public void Keys_become_conditions(string collection, string keys, string condition, string parameter)
    {
        var sql = Sql(collection, keys);
        Assert.Contains(condition, sql, StringComparison.Ordinal);
        Assert.Contains("1: " + parameter, sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_several_columns_are_objects()
    {
        const string one = """((t."shop" = $1) AND (t."sku" = $2))""";

        Assert.Contains(one, Sql("stock", """{"sku":"7","shop":"a","other":1}"""), StringComparison.Ordinal);
        Assert.Contains(
            $"""({one} OR ((t."shop" = $3) AND (t."sku" = $4)))""",
            Sql("stock", """[{"shop":"a","sku":7},{"shop":"b","sku":8}]"""),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("books", "\"x\"")]
    [InlineData("books", "\"\"")]
    [InlineData("books", "1.5")]
    [InlineData("books", "99999999999999999999")]
    [InlineData("books", "true")]
    [InlineData("books", "null")]
    [InlineData("books", "[null]")]
    [InlineData("books", "[[1]]")]
    [InlineData("books", "[1,{\"id\":2}]")]
    [InlineData("books", "{}")]
    [InlineData("books", """{"title":"x"}""")]
    [InlineData("books", """{"id":{"$gt":1}}""")]
    [InlineData("books", "\"1 OR 1=1\"")]
    [InlineData("books", "\"\\ud800\"")]
    [InlineData("books", """{"i\ud800":1}""")]
    [InlineData("tickets", "\"zz\"")]
    [InlineData("tickets", "5")]
    [InlineData("stock", "5")]
    [InlineData("stock", "[5]")]
    [InlineData("stock", """{"shop":"a"}""")]
    [InlineData("stock", """{"shop":"a","sku":"x"}""")]
    [InlineData("stock", """{"shop":"a\u0000","sku":1}""")]
    [InlineData("stock", """{"shop":"\ud800","sku":1}""")]
    [InlineData("stock", """[{"shop":"a","sku":1},5]""")]
    [InlineData("logs", "5")]
    [InlineData("logs", "{}")]
    public void What_is_no_key_is_refused(string collection, string keys)
    {
        var refused = Assert.ThrowsAny<PergolaException>(() => Sql(collection, keys));
        Assert.True(refused is BadRequestException or ValidationException, refused.GetType().Name);
        Assert.False(string.IsNullOrEmpty(refused.Field));
    }

    [Theory]
    [InlineData("books", "5", true)]
    [InlineData("books", "[5]", false)]
    [InlineData("books", """{"id":5}""", false)]
    [InlineData("stock", "5", false)]
    public void Single_scalars_are_known_as_record_keys(string collection, string key, bool isScalar)
    {
        var found = KeyParser.TryScalar(Json(key), QueryBench.Collection(collection), QueryBench.Values);
        Assert.Equal(isScalar, found is not null);
        Assert.True(found is null || found.Single.Equals(5L));
    }

    private static string Sql(string collection, string keys)
    {
        var owner = QueryBench.Collection(collection);
        var filter = KeyParser.Filter(Json(keys), owner, QueryBench.Values);
        return SqlText.OfCount(new RecordQuery(owner) { Filter = filter }, Dialects.All["postgres"]);
    }

    private static JsonElement Json(string text) => QueryBench.Json(text);
}
