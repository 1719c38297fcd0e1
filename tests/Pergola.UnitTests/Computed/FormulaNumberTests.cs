using Pergola.Data.Fields.Computed.Formulas;

namespace Pergola.UnitTests.Computed;

public sealed class FormulaNumberTests
{
    [Theory]
    [InlineData("1234567890123456789012345.678", "1234567890123456789012345.678")]
    [InlineData("1.50", "1.5")]
    [InlineData("-0", "0")]
    [InlineData(" 12 ", "12")]
    [InlineData("1e3", "1000")]
    public void Text_is_read_exactly(string text, string expected) =>
        Assert.Equal(expected, FormulaNumber.Read(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    public void Other_text_is_no_number(string text) => Assert.Null(FormulaNumber.Read(text));

    [Fact]
    public void Where_exactness_ends_the_result_is_of_double_precision()
    {
        var large = FormulaNumber.Read("79228162514264337593543950335")!.Value;
        var small = FormulaNumber.Read("0.0000000000000000001")!.Value;
        Assert.Equal(158456325028528675187087900670.0, (large + large).Value);
        Assert.Equal(6.277101735386681E+57, (large * large).Value);
        Assert.Equal(1E-38, (small * small).Value);
        Assert.Equal(7.9228162514264338E+47, (large / small).Value, 1E+34);
        Assert.Equal(1.0 / 3.0, (FormulaNumber.Of(1m) / FormulaNumber.Of(3m)).Value);
    }

    [Fact]
    public void A_number_is_always_finite()
    {
        Assert.Throws<FormulaFaultException>(() => FormulaNumber.Of(double.NaN));
        Assert.Throws<FormulaFaultException>(() => FormulaNumber.Of(double.MaxValue) * FormulaNumber.Of(10.0));
        Assert.Throws<FormulaFaultException>(() => FormulaNumber.Of(1m) / FormulaNumber.Of(0m));
    }

    [Fact]
    public void Doubles_round_by_the_digits_they_show()
    {
        Assert.Equal("1.01", FormulaNumber.Of(1.005).Round(2).ToString());
        Assert.Equal("1E+300", FormulaNumber.Of(1e300).Round(2).ToString());
        Assert.Equal("100", FormulaNumber.Of(149m).Round(-2).ToString());
    }
}
