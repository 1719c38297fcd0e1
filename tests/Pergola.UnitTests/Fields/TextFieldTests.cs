namespace Pergola.UnitTests.Fields;

public sealed class TextFieldTests
{
    [Theory]
    [InlineData("string", "", "\"s\"", "\"s\"")]
    [InlineData("string", "", "\"\"", "\"\"")]
    [InlineData("string", "", "41", "\"41\"")]
    [InlineData("string", "", "1.50", "\"1.50\"")]
    [InlineData("string", "", "true", "\"true\"")]
    [InlineData("string", "", "\"  pad  \"", "\"  pad  \"")]
    [InlineData("string", "\"trim\":true", "\"  pad  \"", "\"pad\"")]
    [InlineData("string", "\"trim\":true,\"unique\":true", "\"   \"", "null")]
    [InlineData("string", "\"unique\":true", "\"\"", "null")]
    [InlineData("text", "\"unique\":true", "\"\"", "null")]
    [InlineData("text", "\"trim\":true", "\"\\tx\\n\"", "\"x\"")]
    [InlineData("text", "", "false", "\"false\"")]
    [InlineData("text", "", "\"zeilen\\nümlaut\"", "\"zeilen\\nümlaut\"")]
    public void Text_comes_back(string type, string options, string input, string output) =>
        Assert.Equal(output, new FieldBench(type, options).RoundTrip(input));

    [Theory]
    [InlineData("string", "{\"a\":1}")]
    [InlineData("string", "[\"a\"]")]
    [InlineData("text", "{}")]
    [InlineData("text", "[]")]
    [InlineData("string", "\"a\\u0000b\"")]
    [InlineData("text", "\"\\u0000\"")]
    [InlineData("text", "\"\\ud800\"")]
    [InlineData("string", "\"\\udc00x\"")]
    [InlineData("nanoid", "\"a\\u0000b\"")]
    public void What_no_text_column_can_hold_is_refused(string type, string input) =>
        new FieldBench(type).Refuse(input);

    [Fact]
    public void Length_is_counted_in_characters()
    {
        var bench = new FieldBench("string", "\"length\":10");
        Assert.Equal("\"1234567890\"", bench.RoundTrip("\"1234567890\""));
        var smileys = string.Concat(Enumerable.Repeat("😀", 10));
        Assert.Equal(smileys, bench.Parse($"\"{smileys}\""));
        Assert.Equal("f is longer than 10 characters", bench.Refuse("\"12345678901\"").Message);
    }

    [Fact]
    public void Without_a_length_the_limit_is_255()
    {
        var bench = new FieldBench("string");
        Assert.Equal(257, bench.RoundTrip($"\"{new string('x', 255)}\"").Length);
        bench.Refuse($"\"{new string('x', 256)}\"");
        Assert.Null(bench.Field.ColumnType.Length);
    }

    [Fact]
    public void Trimming_comes_before_the_limit() =>
        Assert.Equal("\"abc\"", new FieldBench("string", "\"length\":3,\"trim\":true").RoundTrip("\"  abc  \""));

    [Fact]
    public void An_operand_is_taken_as_it_is()
    {
        var bench = new FieldBench("string", "\"length\":3,\"trim\":true,\"unique\":true");
        Assert.Equal("  abcdef ", bench.Operand("\"  abcdef \""));
        Assert.Equal("", bench.Operand("\"\""));
        Assert.Equal("41", bench.Operand("41"));
    }
}
