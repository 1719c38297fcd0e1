namespace Pergola.UnitTests.Operators;

public sealed class ArrayOperatorTests
{
    [Theory]
    [InlineData("$match", "[\"b\",\"a\"]", "same(c, \"a\" \"b\")")]
    [InlineData("$match", "\"a\"", "same(c, \"a\")")]
    [InlineData("$match", "[10,9]", "same(c, 10 9)")]
    [InlineData("$match", "[]", "same(c, )")]
    [InlineData("$notMatch", "[\"a\",\"b\"]", "NOT (same(c, \"a\" \"b\"))")]
    [InlineData("$anyOf", "[\"a\"]", "shares(c, \"a\")")]
    [InlineData("$anyOf", "5", "shares(c, 5)")]
    [InlineData("$anyOf", "[]", "1 = 0")]
    [InlineData("$noneOf", "[\"b\",\"c\"]", "(NOT (shares(c, \"b\" \"c\")) OR c IS NULL)")]
    [InlineData("$noneOf", "[]", "(NOT (1 = 0) OR c IS NULL)")]
    [InlineData("$arrayEmpty", "true", "(empty(c) OR c IS NULL)")]
    [InlineData("$arrayNotEmpty", "true", "(c IS NOT NULL AND NOT (empty(c)))")]
    [InlineData("$empty", "true", "(empty(c) OR c IS NULL)")]
    [InlineData("$notEmpty", "true", "(c IS NOT NULL AND NOT (empty(c)))")]
    [InlineData("$includes", "\"a\"", "(text(c) ILIKE $1) | Text %a%")]
    public void Elements(string name, string operand, string sql) =>
        Assert.Equal(sql, new OperatorBench("array").Sql(name, operand));

    [Fact]
    public void Elements_of_native_arrays_are_given_in_their_type()
    {
        var bench = new OperatorBench("array", "\"dataType\":\"array\",\"elementType\":\"string\"");
        Assert.Equal("shares(c, \"3\")", bench.Sql("$anyOf", "[3]"));
        Assert.Equal("shares(c, \"3\")", bench.Sql("$overlap", "[3]"));
        Assert.Equal("contains(c, [\"3\"])", bench.Sql("$contains", "[3]"));
    }

    [Fact]
    public void A_set_has_no_element_twice() =>
        Assert.Equal("same(c, \"a\" \"b\")", new OperatorBench("set").Sql("$match", "[\"b\",\"a\",\"b\"]"));

    [Fact]
    public void Documents_contain_documents()
    {
        Assert.Equal("contains(c, {\"n\":\"d\"})", new OperatorBench("jsonb").Sql("$contains", "{\"n\":\"d\"}"));
        Assert.Equal("c IS NULL", new OperatorBench("jsonb").Sql("$empty", "true"));
    }

    [Theory]
    [InlineData("array", "$match", "null")]
    [InlineData("array", "$anyOf", "{}")]
    [InlineData("array", "$anyOf", "[\"\\u0000\"]")]
    [InlineData("string", "$anyOf", "[\"a\"]")]
    [InlineData("integer", "$contains", "1")]
    [InlineData("string", "$arrayEmpty", "true")]
    public void Operands_that_do_not_fit_are_refused(string type, string name, string operand) =>
        new OperatorBench(type).Refuse(name, operand);
}
