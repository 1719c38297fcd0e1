using Pergola.Data.Fields;

namespace Pergola.UnitTests.Fields;

public sealed class ChoiceFieldTests
{
    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("1", "true")]
    [InlineData("0", "false")]
    [InlineData("\"true\"", "true")]
    [InlineData("\"false\"", "false")]
    [InlineData("\"1\"", "true")]
    [InlineData("\"0\"", "false")]
    [InlineData("\"yes\"", "true")]
    [InlineData("\"No\"", "false")]
    [InlineData("\"T\"", "true")]
    [InlineData("\"f\"", "false")]
    [InlineData("\"on\"", "true")]
    [InlineData("\" OFF \"", "false")]
    [InlineData("\"y\"", "true")]
    public void Booleans_have_many_spellings(string input, string output)
    {
        Assert.Equal(output, new FieldBench("boolean").RoundTrip(input));
        Assert.Equal(output, new FieldBench("radio").RoundTrip(input));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"maybe\"")]
    [InlineData("\"o\"")]
    [InlineData("\"truely\"")]
    [InlineData("2")]
    [InlineData("1.0")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Other_values_are_no_booleans(string input) => new FieldBench("boolean").Refuse(input);

    [Theory]
    [InlineData("array", "[\"b\",\"a\"]", "[\"a\",\"b\"]")]
    [InlineData("array", "[3,1,20,100]", "[1,100,20,3]")]
    [InlineData("array", "[null,\"z\",null,1]", "[1,\"z\",null,null]")]
    [InlineData("array", "[\"z\",\"a\",\"z\"]", "[\"a\",\"z\",\"z\"]")]
    [InlineData("array", "[\"b\",\"B\",\"ä\",\"a\"]", "[\"B\",\"a\",\"b\",\"ä\"]")]
    [InlineData("array", "\"[2,1]\"", "[1,2]")]
    [InlineData("array", "[]", "[]")]
    [InlineData("array", "[true,\"tru\"]", "[\"tru\",true]")]
    [InlineData("array", "[{\"b\":1},{\"a\":1}]", "[{\"b\":1},{\"a\":1}]")]
    [InlineData("array", "[1e2,20]", "[1e2,20]")]
    [InlineData("set", "[\"z\",\"a\",\"z\"]", "[\"a\",\"z\"]")]
    [InlineData("set", "[1,\"1\",1]", "[1,\"1\"]")]
    [InlineData("set", "[null,null]", "[null]")]
    public void Arrays_are_sorted_as_text(string type, string input, string output)
    {
        var bench = new FieldBench(type);
        Assert.Equal(ColumnKind.JsonBinary, bench.Field.ColumnType.Kind);
        Assert.Equal(output, bench.RoundTrip(input));
    }

    [Theory]
    [InlineData("array", "\"x\"")]
    [InlineData("array", "\"\"")]
    [InlineData("array", "\"{}\"")]
    [InlineData("array", "{}")]
    [InlineData("array", "1")]
    [InlineData("array", "true")]
    [InlineData("set", "\"[1\"")]
    [InlineData("set", "[\"\\u0000\"]")]
    [InlineData("array", "[{\"a\":\"\\ud800\"}]")]
    public void Other_values_are_no_arrays(string type, string input) => new FieldBench(type).Refuse(input);

    [Theory]
    [InlineData("string", "[3,1]", "[\"1\",\"3\"]", "[\"1\",\"3\"]")]
    [InlineData("bigInt", "[3,1]", "[\"1\",\"3\"]", "[\"1\",\"3\"]")]
    [InlineData("bigInt", "[9007199254740993,null]", "[\"9007199254740993\",null]", "[\"9007199254740993\",null]")]
    [InlineData("integer", "[\"3\",1]", "[1,3]", "[1,3]")]
    [InlineData("double", "[1.5]", "[1.5]", "[1.5]")]
    [InlineData("boolean", "[\"yes\"]", "[true]", "[true]")]
    public void Native_arrays_have_one_element_type(string element, string input, string stored, string output)
    {
        var bench = new FieldBench("array", $"\"dataType\":\"array\",\"elementType\":\"{element}\"");
        Assert.Equal(ColumnKind.Array, bench.Field.ColumnType.Kind);
        Assert.Equal(stored, bench.Parse(input));
        Assert.Equal(output, bench.RoundTrip(input));
    }

    [Theory]
    [InlineData("integer", "[\"1\",\"3\"]", "[1,3]")]
    [InlineData("boolean", "[\"true\",\"false\"]", "[true,false]")]
    [InlineData("bigInt", "[1,3]", "[\"1\",\"3\"]")]
    public void Elements_given_as_text_are_written_in_their_type(string element, string stored, string output) =>
        Assert.Equal(
            output,
            new FieldBench("array", $"\"dataType\":\"array\",\"elementType\":\"{element}\"").Write(stored)
        );

    [Theory]
    [InlineData("integer", "[1.5]")]
    [InlineData("integer", "[\"x\"]")]
    [InlineData("uuid", "[\"x\"]")]
    [InlineData("string", "[{}]")]
    [InlineData("string", "[[]]")]
    public void Elements_of_another_type_are_refused(string element, string input) =>
        new FieldBench("array", $"\"dataType\":\"array\",\"elementType\":\"{element}\"").Refuse(input);
}
