using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.UnitTests.Fields;

namespace Pergola.UnitTests.Computed;

public sealed class ComputedFieldTests
{
    [Theory]
    [InlineData("", ColumnKind.Double, "1.5", "1.5")]
    [InlineData(",\"dataType\":\"boolean\"", ColumnKind.Boolean, "true", "true")]
    [InlineData(",\"dataType\":\"integer\"", ColumnKind.Int32, "3", "3")]
    [InlineData(",\"dataType\":\"bigInt\"", ColumnKind.Int64, "3", "3")]
    [InlineData(",\"dataType\":\"decimal\",\"precision\":5,\"scale\":2", ColumnKind.Decimal, "1.5", "\"1.50\"")]
    [InlineData(",\"dataType\":\"string\"", ColumnKind.String, "\"x\"", "\"x\"")]
    [InlineData(",\"dataType\":\"date\"", ColumnKind.Instant, "0", "\"1970-01-01T00:00:00.000Z\"")]
    public void A_formula_is_stored_as_its_data_type(string options, ColumnKind kind, string json, string written)
    {
        var bench = new FieldBench("formula", "\"expression\":\"1\"" + options);
        Assert.Equal(kind, bench.Field.ColumnType.Kind);
        Assert.Equal(written, bench.RoundTrip(json));
        bench.Field.Type.Check(bench.Field.Definition);
    }

    [Theory]
    [InlineData("\"expression\":\"1 +\"", "f: the expression cannot be read at character 4")]
    [InlineData("\"engine\":\"math.js\"", "f: expression is required")]
    [InlineData("\"expression\":\"1\",\"engine\":\"eval\"", "f: engine must be math.js, formula.js or string")]
    [InlineData("\"expression\":\"1\",\"dataType\":\"json\"", "f: dataType is not a type a formula can have")]
    [InlineData("\"expression\":\"1\",\"dataType\":5", "f: dataType is not a type a formula can have")]
    [InlineData(
        "\"expression\":\"1\",\"dataType\":\"decimal\",\"precision\":0",
        "f: precision is not an integer in its range"
    )]
    public void A_formula_that_makes_no_sense_is_refused(string options, string message) =>
        Assert.Equal(message, Refuse("formula", options).Message);

    [Theory]
    [InlineData("\"inputable\":true")]
    [InlineData("\"patterns\":[]")]
    [InlineData("\"patterns\":{}")]
    [InlineData("\"patterns\":null")]
    public void A_sequence_needs_patterns(string options) =>
        Assert.Equal("at least one pattern should be defined for sequence type", Refuse("sequence", options).Message);

    [Theory]
    [InlineData("5", "type")]
    [InlineData("""{"type":"nope"}""", "type")]
    [InlineData("""{"type":"string"}""", "value")]
    [InlineData("""{"type":"string","options":{"value":""}}""", "value")]
    [InlineData("""{"type":"integer","options":{"digits":0}}""", "digits")]
    [InlineData("""{"type":"integer","options":{"digits":19}}""", "digits")]
    [InlineData("""{"type":"integer","options":{"digits":"x"}}""", "digits")]
    [InlineData("""{"type":"integer","options":{"base":37}}""", "base")]
    [InlineData("""{"type":"integer","options":{"start":10}}""", "start")]
    [InlineData("""{"type":"integer","options":{"start":-1}}""", "start")]
    [InlineData("""{"type":"integer","options":{"key":"x"}}""", "key")]
    [InlineData("""{"type":"randomChar","options":{"length":0}}""", "length")]
    [InlineData("""{"type":"randomChar","options":{"charsets":[]}}""", "charsets")]
    [InlineData("""{"type":"randomChar","options":{"charsets":["emoji"]}}""", "charsets")]
    [InlineData("""{"type":"randomChar","options":{"charsets":[1]}}""", "charsets")]
    public void A_pattern_that_makes_no_sense_is_refused(string pattern, string option) =>
        Assert.Equal(
            $"f: {option} of pattern 2 is missing or makes no sense",
            Refuse(
                "sequence",
                $$$"""
                "patterns":[{"type":"string","options":{"value":"a"}},{{{pattern}}}]
                """
            ).Message
        );

    [Fact]
    public void A_sequence_has_the_length_of_its_column()
    {
        const string pattern = """{"type":"randomChar","options":{"length":128}}""";
        Check("sequence", $"\"patterns\":[{pattern}]");
        Assert.Equal(
            "f: patterns make a text longer than 255 characters",
            Refuse("sequence", $"\"patterns\":[{pattern},{pattern}]").Message
        );
    }

    [Fact]
    public void Counters_that_begin_again_at_a_time_are_refused() =>
        Assert.Equal(
            "f: cycle is not supported yet",
            Refuse("sequence", """ "patterns":[{"type":"integer","options":{"cycle":"0 0 * * *"}}] """).Message
        );

    [Fact]
    public void A_counter_may_be_named_by_a_text() =>
        Check("sequence", """ "patterns":[{"type":"integer","options":{"key":"1732276800","cycle":null}}] """);

    private static ValidationException Refuse(string type, string options)
    {
        var exception = Assert.Throws<ValidationException>(() => Check(type, options));
        Assert.Equal("f", exception.Field);
        return exception;
    }

    private static void Check(string type, string options)
    {
        Assert.True(new FieldTypeRegistry(StandardFieldTypes.All).TryGet(type, out var found));
        found.Check(new FieldDefinition(JsonText.Parse($$"""{"name":"f","type":"{{type}}",{{options}}}""")));
    }
}
