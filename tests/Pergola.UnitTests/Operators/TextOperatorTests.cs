namespace Pergola.UnitTests.Operators;

public sealed class TextOperatorTests
{
    [Theory]
    [InlineData("$includes", "\"AN\"", "(c ILIKE $1) | Text %AN%")]
    [InlineData("$includes", "\"%\"", @"(c ILIKE $1) | Text %\%%")]
    [InlineData("$includes", "\"_\"", @"(c ILIKE $1) | Text %\_%")]
    [InlineData("$includes", "\"\\\\\"", @"(c ILIKE $1) | Text %\\%")]
    [InlineData("$includes", "[\"ann\",\"cid\"]", "(c ILIKE $1 OR c ILIKE $2) | Text %ann%, Text %cid%")]
    [InlineData("$includes", "[]", "1 = 0")]
    [InlineData("$includes", "null", "c IS NULL")]
    [InlineData("$includes", "41", "(c ILIKE $1) | Text %41%")]
    [InlineData("$notIncludes", "\"gold\"", "NOT ((c ILIKE $1)) | Text %gold%")]
    [InlineData("$notIncludes", "[\"a\",\"b\"]", "NOT ((c ILIKE $1 OR c ILIKE $2)) | Text %a%, Text %b%")]
    [InlineData("$notIncludes", "null", "c IS NOT NULL")]
    [InlineData("$notIncludes", "[]", "c IS NOT NULL")]
    [InlineData("$startsWith", "\"B\"", "(c ILIKE $1) | Text B%")]
    [InlineData("$notStartsWith", "\"B\"", "NOT ((c ILIKE $1)) | Text B%")]
    [InlineData("$endWith", "\"N\"", "(c ILIKE $1) | Text %N")]
    [InlineData("$notEndWith", "\"N\"", "NOT ((c ILIKE $1)) | Text %N")]
    [InlineData("$like", "\"A%\"", "c LIKE $1 | Text A%")]
    [InlineData("$notLike", "\"A%\"", "NOT (c LIKE $1) | Text A%")]
    [InlineData("$not_like", "\"A%\"", "NOT (c LIKE $1) | Text A%")]
    [InlineData("$iLike", "\"b%\"", "c ILIKE $1 | Text b%")]
    [InlineData("$ilike", "\"b%\"", "c ILIKE $1 | Text b%")]
    [InlineData("$notILike", "\"b%\"", "NOT (c ILIKE $1) | Text b%")]
    [InlineData("$substring", "\"x\"", "c LIKE $1 | Text %x%")]
    [InlineData("$endsWith", "\"x\"", "c LIKE $1 | Text %x")]
    [InlineData("$starts_with", "\"x\"", "c LIKE $1 | Text x%")]
    [InlineData("$regexp", "\"^[A-Z]\"", "c ~ $1 | Text ^[A-Z]")]
    [InlineData("$notRegexp", "\"^[A-Z]\"", "NOT (c ~ $1) | Text ^[A-Z]")]
    [InlineData("$iRegexp", "\"^a\"", "c ~* $1 | Text ^a")]
    [InlineData("$notIRegexp", "\"^a\"", "NOT (c ~* $1) | Text ^a")]
    [InlineData("$empty", "true", "(c = '' OR c IS NULL)")]
    [InlineData("$notEmpty", "true", "(c IS NOT NULL AND c <> '')")]
    public void Patterns(string name, string operand, string sql) =>
        Assert.Equal(sql, new OperatorBench("string").Sql(name, operand));

    [Fact]
    public void Other_fields_are_matched_as_text() =>
        Assert.Equal("(text(c) ILIKE $1) | Text %4%", new OperatorBench("integer").Sql("$includes", "\"4\""));

    [Fact]
    public void An_empty_long_text_is_a_value()
    {
        Assert.Equal("c IS NULL", new OperatorBench("text").Sql("$empty", "true"));
        Assert.Equal("c IS NOT NULL", new OperatorBench("text").Sql("$notEmpty", "true"));
    }

    [Theory]
    [InlineData("string", "$includes", "true")]
    [InlineData("string", "$includes", "{}")]
    [InlineData("string", "$includes", "[null]")]
    [InlineData("string", "$includes", "\"\\u0000\"")]
    [InlineData("string", "$startsWith", "null")]
    [InlineData("string", "$like", "null")]
    [InlineData("string", "$like", "[\"a\"]")]
    [InlineData("string", "$like", "\"a\\\\\"")]
    [InlineData("string", "$endsWith", "\"a\\\\\"")]
    [InlineData("string", "$regexp", "\"(\"")]
    [InlineData("string", "$regexp", "\"[\"")]
    [InlineData("string", "$regexp", "false")]
    [InlineData("integer", "$regexp", "\"4\"")]
    [InlineData("date", "$iRegexp", "\"4\"")]
    [InlineData("blob", "$includes", "\"4\"")]
    public void Operands_that_do_not_fit_are_refused(string type, string name, string operand) =>
        new OperatorBench(type).Refuse(name, operand);

    [Fact]
    public void Patterns_and_lists_are_bounded()
    {
        var bench = new OperatorBench("string");
        bench.Refuse("$regexp", $"\"{new string('a', 1001)}\"");
        bench.Refuse("$includes", "[" + string.Join(',', Enumerable.Repeat("\"a\"", 501)) + "]");
    }
}
