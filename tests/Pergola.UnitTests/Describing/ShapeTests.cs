using Pergola.App.Describing;

namespace Pergola.UnitTests.Describing;

public sealed class ShapeTests
{
    [Theory]
    [InlineData("string", """{"type":"string"}""")]
    [InlineData("any", "{}")]
    [InlineData("string[]", """{"type":"array","items":{"type":"string"}}""")]
    [InlineData("string | null", """{"type":["string","null"]}""")]
    [InlineData("int64 | null", """{"type":["integer","string","null"],"format":"int64"}""")]
    [InlineData("string | integer", """{"anyOf":[{"type":"string"},{"type":"integer"}]}""")]
    [InlineData("'a'", """{"type":"string","enum":["a"]}""")]
    [InlineData("'a' | 'b' | null", """{"type":["string","null"],"enum":["a","b",null]}""")]
    [InlineData("('a' | 'b')[]", """{"type":"array","items":{"type":"string","enum":["a","b"]}}""")]
    [InlineData("@users", """{"$ref":"#/components/schemas/users"}""")]
    [InlineData("@users | null", """{"anyOf":[{"$ref":"#/components/schemas/users"},{"type":"null"}]}""")]
    [InlineData("{}", """{"type":"object","properties":{}}""")]
    [InlineData(
        "{id: instant, name?: string \"What it is: called\"}",
        """{"type":"object","properties":{"id":{"type":"string","format":"date-time"},"name":{"type":"string","description":"What it is: called"}},"required":["id"]}"""
    )]
    public void Is_a_schema(string text, string schema) => Assert.Equal(schema, Shape.Parse(text).Schema.GetRawText());

    [Fact]
    public void Knows_the_records_it_refers_to() =>
        Assert.Equal(["users", "roles"], Shape.Parse("{user: @users, roles: @roles[]}").Records);

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("{a}")]
    [InlineData("{a: string")]
    [InlineData("string]")]
    [InlineData("'a")]
    [InlineData("string |")]
    public void Says_where_it_is_none(string text) =>
        Assert.Contains(
            " at ",
            Assert.Throws<FormatException>(() => Shape.Parse(text)).Message,
            StringComparison.Ordinal
        );
}
