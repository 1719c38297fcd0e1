using Pergola.Core.Errors;
using Pergola.Data.Querying;

namespace Pergola.UnitTests.Querying;

public sealed class SortParserTests
{
    [Theory]
    [InlineData("title", "title")]
    [InlineData("-title", "-title")]
    [InlineData("title,-pages,id", "title -pages id")]
    [InlineData(",title,", "title")]
    [InlineData("", "")]
    [InlineData("sort", "sort")]
    [InlineData("author.name,-publisher.email", "author.name -publisher.email")]
    [InlineData("title,title", "title title")]
    public void Keys_name_columns(string keys, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', Parse(keys.Split(',')).Select(k => (k.Descending ? "-" : "") + k.Path))
        );

    [Theory]
    [InlineData("nope", "nope")]
    [InlineData("-", "")]
    [InlineData("--title", "-title")]
    [InlineData("+title", "+title")]
    [InlineData("title desc", "title desc")]
    [InlineData("author", "author")]
    [InlineData("author.nope", "nope")]
    [InlineData("nope.name", "nope")]
    [InlineData("title.name", "title")]
    [InlineData("author.", "")]
    [InlineData(".title", "")]
    [InlineData("labels.name", "sort")]
    [InlineData("chapters.heading", "sort")]
    [InlineData("author.address.city", "sort")]
    [InlineData("namesake.age", "sort")]
    [InlineData("author.tags", "sort")]
    [InlineData("author.profile", "sort")]
    [InlineData("author.extra", "sort")]
    [InlineData("author.photo", "sort")]
    [InlineData("title\";DROP TABLE books;--", "title\";DROP TABLE books;--")]
    public void Other_keys_are_refused(string key, string field)
    {
        var refused = Assert.Throws<BadRequestException>(() => Parse(key));
        Assert.Equal(field, refused.Field);
        Assert.Contains(field, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_keys_is_limited()
    {
        Assert.Equal(32, Parse([.. Enumerable.Repeat("id", 32)]).Count);
        Assert.Throws<BadRequestException>(() => Parse([.. Enumerable.Repeat("id", 33)]));
    }

    private static IReadOnlyList<SortKey> Parse(params string[] keys) =>
        SortParser.Parse(keys, QueryBench.Collection("books"));
}
