using Pergola.Data.Fields;

namespace Pergola.UnitTests.Fields;

public sealed class JsonFieldTests
{
    [Theory]
    [InlineData("{\"a\":[1,{\"b\":null}]}", "{\"a\":[1,{\"b\":null}]}")]
    [InlineData("{ \"z\" : 1 , \"a\" : 2 }", "{\"z\":1,\"a\":2}")]
    [InlineData("\"txt\"", "\"txt\"")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("41", "41")]
    [InlineData("true", "true")]
    [InlineData("1.10", "1.10")]
    [InlineData("123456789012345678901234567890.5", "123456789012345678901234567890.5")]
    [InlineData("\"\\u00e4 \\ud83d\\ude00\"", "\"ä \\uD83D\\uDE00\"")]
    public void Documents_come_back(string input, string output)
    {
        Assert.Equal(output, new FieldBench("json").RoundTrip(input));
        Assert.Equal(output, new FieldBench("jsonb").RoundTrip(input));
    }

    [Theory]
    [InlineData("\"\\u0000\"")]
    [InlineData("{\"a\\u0000\":1}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("[[\"\\ud800\"]]")]
    [InlineData("{\"a\":[1e999999]}")]
    public void What_databases_cannot_store_is_refused(string input)
    {
        new FieldBench("json").Refuse(input);
        new FieldBench("jsonb").Refuse(input);
    }

    [Fact]
    public void The_option_jsonb_chooses_the_indexed_form()
    {
        Assert.Equal(ColumnKind.Json, new FieldBench("json").Field.ColumnType.Kind);
        Assert.Equal(ColumnKind.JsonBinary, new FieldBench("json", "\"jsonb\":true").Field.ColumnType.Kind);
        Assert.Equal(ColumnKind.JsonBinary, new FieldBench("jsonb").Field.ColumnType.Kind);
    }

    [Theory]
    [InlineData("\"AQID\"", "\"AQID\"")]
    [InlineData("\"\"", "\"\"")]
    public void Bytes_are_base64(string input, string output) =>
        Assert.Equal(output, new FieldBench("blob").RoundTrip(input));

    [Theory]
    [InlineData("\"?\"")]
    [InlineData("1")]
    [InlineData("{}")]
    public void Other_values_are_no_bytes(string input) => new FieldBench("blob").Refuse(input);
}
