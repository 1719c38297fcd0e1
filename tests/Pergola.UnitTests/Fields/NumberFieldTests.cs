using Pergola.Data.Fields;

namespace Pergola.UnitTests.Fields;

public sealed class NumberFieldTests
{
    [Theory]
    [InlineData("integer", "21", "21")]
    [InlineData("integer", "-2147483648", "-2147483648")]
    [InlineData("integer", "2147483647", "2147483647")]
    [InlineData("integer", "\" 41 \"", "41")]
    [InlineData("integer", "\"1e3\"", "1000")]
    [InlineData("integer", "1.0", "1")]
    [InlineData("integer", "12.5e1", "125")]
    [InlineData("integer", "-0", "0")]
    [InlineData("bigInt", "9007199254740991", "9007199254740991")]
    [InlineData("bigInt", "9007199254740992", "\"9007199254740992\"")]
    [InlineData("bigInt", "9007199254740993", "\"9007199254740993\"")]
    [InlineData("bigInt", "\"9007199254740993\"", "\"9007199254740993\"")]
    [InlineData("bigInt", "-9007199254740991", "-9007199254740991")]
    [InlineData("bigInt", "-9007199254740992", "\"-9007199254740992\"")]
    [InlineData("bigInt", "9223372036854775807", "\"9223372036854775807\"")]
    [InlineData("bigInt", "-9223372036854775808", "\"-9223372036854775808\"")]
    [InlineData("bigInt", "9.223372036854775807e18", "\"9223372036854775807\"")]
    [InlineData("snowflakeId", "354088234123264", "354088234123264")]
    [InlineData("sort", "\"3\"", "3")]
    [InlineData("double", "1.5", "1.5")]
    [InlineData("double", "\" 2.25 \"", "2.25")]
    [InlineData("double", "\"1e3\"", "1000")]
    [InlineData("float", "0.25", "0.25")]
    [InlineData("float", "0.1", "0.1")]
    [InlineData("real", "0.1", "0.1")]
    [InlineData("real", "3", "3")]
    public void Numbers_come_back(string type, string input, string output) =>
        Assert.Equal(output, new FieldBench(type).RoundTrip(input));

    [Theory]
    [InlineData("integer", "2147483648")]
    [InlineData("integer", "3000000000")]
    [InlineData("integer", "-2147483649")]
    [InlineData("integer", "1.5")]
    [InlineData("integer", "\"1.5\"")]
    [InlineData("integer", "\"\"")]
    [InlineData("integer", "\" \"")]
    [InlineData("integer", "true")]
    [InlineData("integer", "\"abc\"")]
    [InlineData("integer", "\"1a\"")]
    [InlineData("integer", "\"0x10\"")]
    [InlineData("integer", "\"1_000\"")]
    [InlineData("integer", "\"--1\"")]
    [InlineData("integer", "\"1e\"")]
    [InlineData("integer", "\".\"")]
    [InlineData("integer", "[1]")]
    [InlineData("integer", "{}")]
    [InlineData("integer", "1e999999999")]
    [InlineData("integer", "1e-999999999")]
    [InlineData("bigInt", "9223372036854775808")]
    [InlineData("bigInt", "-9223372036854775809")]
    [InlineData("bigInt", "\"NaN\"")]
    [InlineData("sort", "0.5")]
    [InlineData("snowflakeId", "\"\"")]
    [InlineData("double", "1e999")]
    [InlineData("double", "\"NaN\"")]
    [InlineData("double", "\"Infinity\"")]
    [InlineData("double", "\"\"")]
    [InlineData("double", "false")]
    [InlineData("real", "1e39")]
    [InlineData("float", "\"1,5\"")]
    [InlineData("decimal", "\"\"")]
    [InlineData("decimal", "true")]
    [InlineData("decimal", "\"1.2.3\"")]
    [InlineData("decimal", "1e999999999")]
    [InlineData("decimal", "\"1e1001\"")]
    public void What_is_no_such_number_is_refused(string type, string input) => new FieldBench(type).Refuse(input);

    [Theory]
    [InlineData("12.345", "12.35")]
    [InlineData("12.344", "12.34")]
    [InlineData("1.005", "1.01")]
    [InlineData("\"1.005\"", "1.01")]
    [InlineData("-1.005", "-1.01")]
    [InlineData("99.999", "100.00")]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.004", "0.00")]
    [InlineData("5", "5.00")]
    [InlineData("1e3", "1000.00")]
    [InlineData("15e-1", "1.50")]
    [InlineData("\" +7 \"", "7.00")]
    [InlineData("00012.5", "12.50", "\"00012.5\"")]
    [InlineData("99999999.994", "99999999.99")]
    public void Decimals_are_rounded_half_up_to_their_scale(string input, string output, string? quoted = null) =>
        Assert.Equal(
            $"\"{output}\"",
            new FieldBench("decimal", "\"precision\":10,\"scale\":2").RoundTrip(quoted ?? input)
        );

    [Theory]
    [InlineData("1234567890123")]
    [InlineData("100000000")]
    [InlineData("99999999.995")]
    public void Decimals_beyond_their_precision_are_refused(string input) =>
        new FieldBench("decimal", "\"precision\":10,\"scale\":2").Refuse(input);

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("1.5e-3", "0.0015")]
    [InlineData(
        "123456789012345678901234567890.12345678901234567890",
        "123456789012345678901234567890.12345678901234567890"
    )]
    [InlineData("-0.0", "0.0")]
    public void Decimals_without_a_scale_keep_their_digits(string input, string output) =>
        Assert.Equal($"\"{output}\"", new FieldBench("decimal").RoundTrip(input));

    [Fact]
    public void A_precision_without_a_scale_means_no_digits_after_the_point()
    {
        Assert.Equal("\"13\"", new FieldBench("decimal", "\"precision\":3").RoundTrip("12.5"));
        new FieldBench("decimal", "\"precision\":3").Refuse("1000");
    }

    [Fact]
    public void A_scale_equal_to_the_precision_leaves_no_digit_before_the_point()
    {
        var bench = new FieldBench("decimal", "\"precision\":2,\"scale\":2");
        Assert.Equal("\"0.99\"", bench.RoundTrip("0.99"));
        bench.Refuse("0.995");
    }

    [Fact]
    public void An_operand_of_a_decimal_is_not_rounded() =>
        Assert.Equal("12.345", new FieldBench("decimal", "\"precision\":10,\"scale\":2").Operand("12.345"));

    [Fact]
    public void Numbers_that_json_cannot_carry_are_null()
    {
        Assert.Equal("null", new FieldBench("double").Write(double.NaN));
        Assert.Equal("null", new FieldBench("real").Write(float.PositiveInfinity));
    }

    [Theory]
    [InlineData("integer", true)]
    [InlineData("bigInt", true)]
    [InlineData("decimal", true)]
    [InlineData("double", true)]
    [InlineData("float", true)]
    [InlineData("real", true)]
    [InlineData("time", true)]
    [InlineData("boolean", false)]
    [InlineData("string", false)]
    [InlineData("date", false)]
    public void Numbers_and_times_echo_what_an_update_gave(string type, bool echoes) =>
        Assert.Equal(echoes, new FieldBench(type).Field.Type.EchoesInput);

    [Theory]
    [InlineData("float", ColumnKind.Double)]
    [InlineData("double", ColumnKind.Double)]
    [InlineData("real", ColumnKind.Single)]
    [InlineData("integer", ColumnKind.Int32)]
    [InlineData("sort", ColumnKind.Int64)]
    public void Columns_hold_what_existing_databases_hold(string type, ColumnKind kind) =>
        Assert.Equal(kind, new FieldBench(type).Field.ColumnType.Kind);
}
