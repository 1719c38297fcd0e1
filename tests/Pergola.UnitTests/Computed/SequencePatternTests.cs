using Pergola.Core.Json;
using Pergola.Data.Fields.Computed.Sequences;
using Pergola.Data.Schema;

namespace Pergola.UnitTests.Computed;

public sealed class SequencePatternTests
{
    private static readonly DateTime Now = new(2024, 5, 6, 7, 8, 9);

    [Theory]
    [InlineData("""{"type":"string","options":{"value":"N-(1)"}}""", 0, "N-(1)")]
    [InlineData("""{"type":"integer","options":{"key":1,"digits":4,"start":1}}""", 12, "0012")]
    [InlineData("""{"type":"integer"}""", 9, "9")]
    [InlineData("""{"type":"integer","options":{"digits":3,"base":16}}""", 255, "0ff")]
    [InlineData("""{"type":"integer","options":{"digits":2,"base":36}}""", 1295, "zz")]
    [InlineData("""{"type":"date"}""", 0, "20240506")]
    [InlineData("""{"type":"date","options":{"format":"YY/M/D HH:mm:ss"}}""", 0, "24/5/6 07:08:09")]
    [InlineData("""{"type":"date","options":{"format":"YYYY-MM-DD","field":"paidAt"}}""", 0, "2030-12-31")]
    public void A_pattern_makes_its_text_and_fits_it(string pattern, long number, string expected)
    {
        var patterns = Parse(pattern);
        var text = patterns.Next(
            new SequenceSource(_ => number, field => field == "paidAt" ? new DateTime(2030, 12, 31) : Now)
        );
        Assert.Equal(expected, text);
        Assert.True(patterns.MaxLength >= text.Length);
        var match = Assert.IsType<System.Text.RegularExpressions.Match>(patterns.Fit(text));
        Assert.All(patterns.Counters, counter => Assert.Equal(number, counter.Read(match)));
    }

    [Theory]
    [InlineData("""["number"]""", "^[0-9]{8}$")]
    [InlineData("""["lowercase","uppercase"]""", "^[a-zA-Z]{8}$")]
    [InlineData("""["symbol"]""", "^[!@#$%^&*_+-]{8}$")]
    public void Random_characters_come_from_their_sets(string charsets, string expected)
    {
        var patterns = Parse($$$"""{"type":"randomChar","options":{"length":8,"charsets":{{{charsets}}}}}""");
        var text = patterns.Next(new SequenceSource(_ => 0, _ => Now));
        Assert.Matches(expected, text);
        Assert.NotNull(patterns.Fit(text));
        Assert.Null(patterns.Fit(text + "0"));
    }

    [Theory]
    [InlineData("INV2024-050", true)]
    [InlineData("INV2024-50", false)]
    [InlineData("INV2024-0050", false)]
    [InlineData("inv2024-050", false)]
    [InlineData("INV2024-050\n", false)]
    [InlineData("xINV2024-050", false)]
    [InlineData("INV20x4-050", false)]
    public void Only_a_text_of_the_whole_form_fits(string text, bool fits)
    {
        var patterns = Parse(
            """
            {"type":"string","options":{"value":"INV"}},
            {"type":"date","options":{"format":"YYYY"}},
            {"type":"string","options":{"value":"-"}},
            {"type":"integer","options":{"digits":3,"start":5}}
            """
        );
        Assert.Equal(fits, patterns.Fit(text) is not null);
    }

    [Fact]
    public void A_counter_ends_where_its_digits_end()
    {
        var counter = Assert.Single(Parse("""{"type":"integer","options":{"digits":3,"base":2,"start":1}}""").Counters);
        Assert.Equal((1, 7), (counter.First, counter.Last));
        Assert.Equal(1_000_000_000_000_000_000, CounterPattern.CountNumbers(18, 10));
        Assert.Null(CounterPattern.CountNumbers(19, 10));
        Assert.Null(CounterPattern.CountNumbers(255, 36));
    }

    private static SequencePatterns Parse(string patterns) =>
        SequencePatterns.Parse(
            new FieldDefinition(JsonText.Parse($$"""{"name":"f","type":"sequence","patterns":[{{patterns}}]}"""))
        );
}
