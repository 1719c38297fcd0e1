using Pergola.UnitTests.Fields;

namespace Pergola.UnitTests.Operators;

public sealed class DateOperatorTests
{
    private const string Day = "\"2024-05-06\"";

    [Theory]
    [InlineData("$dateOn", "(c >= $1 AND c < $2) | Date 2024-05-06, Date 2024-05-07")]
    [InlineData("$dateNotOn", "(c < $1 OR c >= $2) | Date 2024-05-06, Date 2024-05-07")]
    [InlineData("$dateBefore", "(c < $1) | Date 2024-05-06")]
    [InlineData("$dateNotBefore", "(c >= $1) | Date 2024-05-06")]
    [InlineData("$dateAfter", "(c >= $1) | Date 2024-05-07")]
    [InlineData("$dateNotAfter", "(c < $1) | Date 2024-05-07")]
    [InlineData("$dateBetween", "(c >= $1 AND c < $2) | Date 2024-05-06, Date 2024-05-07")]
    public void Periods_have_a_first_and_a_last_border(string name, string sql) =>
        Assert.Equal(sql, new OperatorBench("dateOnly").Sql(name, Day));

    [Theory]
    [InlineData("$dateOn", "=")]
    [InlineData("$dateNotOn", "<>")]
    [InlineData("$dateBefore", "<")]
    [InlineData("$dateNotBefore", ">=")]
    [InlineData("$dateAfter", ">")]
    [InlineData("$dateNotAfter", "<=")]
    public void Moments_are_compared_as_they_are(string name, string comparison) =>
        Assert.Equal(
            $"c {comparison} $1 | Instant 2024-05-06T00:00:00.000Z",
            new OperatorBench("date").Sql(name, "\"2024-05-06T00:00:00.000Z\"")
        );

    [Theory]
    [InlineData("date", "null")]
    [InlineData("date", "\"\"")]
    [InlineData("date", "\"garbage\"")]
    [InlineData("date", "5")]
    [InlineData("date", "true")]
    [InlineData("date", "[]")]
    [InlineData("date", "[\"2024-05-06\"]")]
    [InlineData("date", "[\"2024-05-06\",null]")]
    [InlineData("date", "[\"2024-05-06\",5]")]
    [InlineData("date", "[\"2024-05-06\",\"2024-05-07\",\"<>\"]")]
    [InlineData("date", "[\"2024-05-06\",\"2024-05-07\",\"[]\",\"east\"]")]
    [InlineData("date", "[\"2024-05-06\",\"2024-05-07\",\"[]\",\"+08:00\",\"x\"]")]
    [InlineData("date", "\"[2024-05-06\"")]
    [InlineData("date", "\"[2024-05-06]\"")]
    [InlineData("date", "\"[2024-05-06,x]\"")]
    [InlineData("date", "\"[2024-05-06,2024-05-07)x\"")]
    [InlineData("date", "\"2024Q5\"")]
    [InlineData("date", "\"2024Q0\"")]
    [InlineData("date", "\"2024W54\"")]
    [InlineData("date", "\"2023W53\"")]
    [InlineData("date", "\"2024w53\"")]
    [InlineData("date", "\"2024W00\"")]
    [InlineData("date", "\"2024-00\"")]
    [InlineData("date", "\"2024-02-30\"")]
    [InlineData("date", "\"0000\"")]
    [InlineData("date", "\"20240506\"")]
    [InlineData("date", "{}")]
    [InlineData("date", "{\"type\":\"x\"}")]
    [InlineData("date", "{\"type\":\"lastDecade\"}")]
    [InlineData("date", "{\"type\":\"past\",\"number\":0}")]
    [InlineData("date", "{\"type\":\"past\",\"number\":1.5}")]
    [InlineData("date", "{\"type\":\"past\",\"number\":99999999}")]
    [InlineData("date", "{\"type\":\"past\",\"number\":[]}")]
    [InlineData("date", "{\"type\":\"next\",\"unit\":\"hour\"}")]
    [InlineData("date", "{\"type\":\"next\",\"unit\":5}")]
    [InlineData("dateOnly", "\"garbage\"")]
    [InlineData("datetimeNoTz", "\"garbage\"")]
    [InlineData("unixTimestamp", "\"garbage\"")]
    [InlineData("string", "\"2024\"")]
    [InlineData("bigInt", "\"2024\"")]
    [InlineData("time", "\"2024\"")]
    public void Other_operands_are_refused(string type, string operand) =>
        new OperatorBench(type).Refuse("$dateOn", operand);

    [Fact]
    public void The_error_quotes_the_operand() =>
        Assert.Equal("f: Invalid Date \"garbage\"", new OperatorBench("date").Refuse("$dateOn", "\"garbage\"").Message);

    [Fact]
    public void A_moment_is_no_period() => new OperatorBench("date").Refuse("$dateBetween", "\"2024-05-06T00:00:00Z\"");

    [Fact]
    public void Documents_hold_no_dates() => new OperatorBench(new FieldBench("json"), "a").Refuse("$dateOn", Day);
}
