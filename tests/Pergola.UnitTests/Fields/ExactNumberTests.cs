using Pergola.Data.Fields.Number;

namespace Pergola.UnitTests.Fields;

public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("000", "0")]
    [InlineData("-0.000", "0.000")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("+1.20", "1.20")]
    [InlineData("-12e-4", "-0.0012")]
    [InlineData("12E+2", "1200")]
    [InlineData("0e999999999999", "0")]
    public void Texts_have_a_canonical_form(string text, string canonical)
    {
        Assert.Equal(NumberText.Number, ExactNumber.Parse(text, out var number));
        Assert.Equal(canonical, number.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("e5")]
    [InlineData("1e+")]
    [InlineData("1 2")]
    [InlineData("１")]
    public void Other_text_is_malformed(string text) =>
        Assert.Equal(NumberText.Malformed, ExactNumber.Parse(text, out _));

    [Fact]
    public void Digits_are_bounded()
    {
        Assert.Equal(NumberText.Number, ExactNumber.Parse(new string('9', 1000), out _));
        Assert.Equal(NumberText.TooLarge, ExactNumber.Parse(new string('9', 1001), out _));
        Assert.Equal(NumberText.TooLarge, ExactNumber.Parse("0." + new string('1', 1001), out _));
        Assert.Equal(NumberText.TooLarge, ExactNumber.Parse(new string('1', 1_000_000), out _));
        Assert.Equal(NumberText.TooLarge, ExactNumber.Parse("1e99999999999999999999", out _));
    }
}
