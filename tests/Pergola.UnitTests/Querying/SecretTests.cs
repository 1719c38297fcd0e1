using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Operators;
using Pergola.Data.Querying;

namespace Pergola.UnitTests.Querying;

/// <summary>Nobody can find out a password by asking how many records have a part of its hash.</summary>
[Trait("ASVS", "V8")]
public sealed class SecretTests
{
    private static readonly string[] Allowed = ["$empty", "$notEmpty", "$exists", "$notExists"];

    public static TheoryData<string> Refused =>
        [.. StandardOperators.All.Select(o => o.Name).Append("$col").Except(Allowed)];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Operators_that_compare_are_refused(string name)
    {
        foreach (var operand in (string[])["\"a\"", "null", "[\"a\"]", "[\"a\",\"b\"]", "true", "1", "\"name\""])
        {
            Refuse("secret", $$$"""{"secret.{{{name}}}":{{{operand}}}}""", "authors");
            Refuse("author.secret", $$$$"""{"author":{"secret":{"{{{{name}}}}":{{{{operand}}}} }}}""", "books");
        }
    }

    [Theory]
    [InlineData("""{"secret":"a"}""")]
    [InlineData("""{"secret":null}""")]
    [InlineData("""{"secret":["a"]}""")]
    [InlineData("""{"$or":[{"name":"x"},{"secret":"a"}]}""")]
    [InlineData("""{"$not":{"secret.$startsWith":"a"}}""")]
    [InlineData("""{"secret":{"$not":{"$gt":"a"}}}""")]
    [InlineData("""{"name.$col":"secret"}""")]
    [InlineData("""{"secret.$col":"name"}""")]
    public void Short_forms_and_columns_are_refused(string filter) => Refuse("secret", filter, "authors");

    [Theory]
    [InlineData("$empty")]
    [InlineData("$notEmpty")]
    [InlineData("$exists")]
    [InlineData("$notExists")]
    public void Whether_there_is_one_may_be_asked(string name)
    {
        Assert.NotNull(QueryBench.Filter("authors", $$$"""{"secret.{{{name}}}":true}"""));
        Assert.NotNull(QueryBench.Filter("books", $$$"""{"author.secret.{{{name}}}":true}"""));
    }

    [Theory]
    [InlineData("authors", "secret")]
    [InlineData("authors", "-secret")]
    [InlineData("books", "author.secret")]
    public void Sorting_is_refused(string collection, string key)
    {
        var refused = Assert.Throws<ValidationException>(() =>
            QueryBench.Query(collection, new QueryParameters { Sort = [key] })
        );
        Assert.Equal(key.TrimStart('-'), refused.Field);
    }

    [Fact]
    public void Sorting_what_is_appended_is_refused()
    {
        var refused = Assert.Throws<ValidationException>(() =>
            QueryBench.Query("books", new QueryParameters { Appends = ["namesake(sort=secret)"] })
        );
        Assert.Equal("secret", refused.Field);
    }

    [Theory]
    [InlineData("""{"measures":[{"field":"secret","aggregation":"max"}]}""")]
    [InlineData("""{"measures":[{"field":"secret"}]}""")]
    [InlineData("""{"measures":[{"field":"secret","aggregation":"count","distinct":true}]}""")]
    [InlineData("""{"dimensions":[{"field":"secret"}]}""")]
    [InlineData("""{"dimensions":[{"field":"name"}],"orders":[{"field":"secret"}]}""")]
    [InlineData("""{"dimensions":[{"field":"name"}],"filter":{"secret.$startsWith":"a"}}""")]
    public void Grouping_is_refused(string body)
    {
        var refused = Assert.Throws<ValidationException>(() => QueryBench.Aggregate("authors", body));
        Assert.Equal("secret", refused.Field);
    }

    [Fact]
    public void Grouping_over_a_relation_is_refused() =>
        Assert.Throws<ValidationException>(() =>
            QueryBench.Aggregate("books", """{"dimensions":[{"field":"author.secret"}]}""")
        );

    private static void Refuse(string field, string filter, string collection)
    {
        var refused = Assert.Throws<ValidationException>(() =>
            QueryBench.Filters.Parse(JsonText.Parse(filter), QueryBench.Collection(collection), QueryBench.Values)
        );
        Assert.Equal(field, refused.Field);
        Assert.Contains(field, refused.Message, StringComparison.Ordinal);
    }
}
