using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Fields.Computed.Formulas;

namespace Pergola.UnitTests.Computed;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("{{a}} * 2", 14.0)]
    [InlineData("{{ a }}*2", 14.0)]
    [InlineData("1 + 2 * 3", 7.0)]
    [InlineData("(1 + 2) * 3", 9.0)]
    [InlineData("10 - 4 - 3", 3.0)]
    [InlineData("100 / 10 / 2", 5.0)]
    [InlineData("2 ^ 3 ^ 2", 512.0)]
    [InlineData("-2 ^ 2", -4.0)]
    [InlineData("2 ^ -1", 0.5)]
    [InlineData("--3", 3.0)]
    [InlineData("+3 - -2", 5.0)]
    [InlineData("7 % 4", 3.0)]
    [InlineData("-7 % 4", 1.0)]
    [InlineData("7 mod 4", 3.0)]
    [InlineData(".5 + 1e2 + 1.5E-1", 100.65)]
    [InlineData("0.1 + 0.2", 0.3)]
    [InlineData("1 / 3", 0.333333333)]
    [InlineData("1 / 3 * 3", 1.0)]
    [InlineData("{{half}} + 1", 1.5)]
    [InlineData("{{price}} * 3", 59.97)]
    [InlineData("{{digits}} * 2", 24.0)]
    [InlineData("{{yes}} + 1", 2.0)]
    [InlineData("{{a}} > 5 ? 1 : 2", 1.0)]
    [InlineData("{{a}} < 5 ? 1 : {{a}} < 8 ? 2 : 3", 2.0)]
    [InlineData("if({{a}} == 7, 10, 20)", 10.0)]
    [InlineData("IF({{a}} != 7, 1 / 0, 20)", 20.0)]
    [InlineData("pi", 3.141592654)]
    public void Expressions_are_computed(string expression, double expected) =>
        Assert.Equal(expected, FormulaBench.Double(expression));

    [Theory]
    [InlineData("abs(-3)", 3.0)]
    [InlineData("ceil(1.2)", 2.0)]
    [InlineData("CEILING(-1.2)", -1.0)]
    [InlineData("floor(-1.2)", -2.0)]
    [InlineData("round(2.5)", 3.0)]
    [InlineData("round(-2.5)", -3.0)]
    [InlineData("round(1.005, 2)", 1.01)]
    [InlineData("round(1250, -2)", 1300.0)]
    [InlineData("round(1, 1000)", 1.0)]
    [InlineData("round(1, -1000)", 0.0)]
    [InlineData("trunc(-1.7)", -1.0)]
    [InlineData("trunc(1.29, 1)", 1.2)]
    [InlineData("sqrt(16)", 4.0)]
    [InlineData("pow(2, 10)", 1024.0)]
    [InlineData("power(2, 0.5)", 1.414213562)]
    [InlineData("mod(-7, 4)", 1.0)]
    [InlineData("min(3, 1, 2)", 1.0)]
    [InlineData("max(3, 1, {{a}})", 7.0)]
    [InlineData("sum(1, 2, 3.5)", 6.5)]
    [InlineData("avg(1, 2)", 1.5)]
    [InlineData("average(1, 2, 3)", 2.0)]
    [InlineData("product(2, 3, 4)", 24.0)]
    [InlineData("sign(-9)", -1.0)]
    [InlineData("exp(0)", 1.0)]
    [InlineData("ln(e)", 1.0)]
    [InlineData("log(8, 2)", 3.0)]
    [InlineData("log10(1000)", 3.0)]
    [InlineData("len('abc')", 3.0)]
    [InlineData("year({{at}}) * 100 + month({{at}})", 202405.0)]
    [InlineData("day({{at}})", 7.0)]
    [InlineData("hour({{at}})", 0.0)]
    [InlineData("days({{at}}, {{day}})", 6.0)]
    [InlineData("days('2024-03-01', '2024-02-01')", 29.0)]
    public void Functions_are_computed(string expression, double expected) =>
        Assert.Equal(expected, FormulaBench.Double(expression));

    [Theory]
    [InlineData("concat({{name}}, '-', {{a}})", "Ann-7")]
    [InlineData("concatenate(upper({{name}}), lower(\"X\"))", "ANNx")]
    [InlineData("left({{name}}, 2)", "An")]
    [InlineData("right({{name}})", "n")]
    [InlineData("mid('abcdef', 2, 3)", "bcd")]
    [InlineData("mid('abc', 9, 3)", "")]
    [InlineData("trim('  x ')", "x")]
    [InlineData("'it\\'s \\\\ \"so\"\\n'", "it's \\ \"so\"\n")]
    [InlineData("{{price}} * 10", "199.9")]
    [InlineData("1 / 3", "0.333333333")]
    [InlineData("{{a}} > 1", "true")]
    [InlineData("{{at}}", "2024-05-06T22:08:09.000Z")]
    public void Texts_are_computed(string expression, string expected) =>
        Assert.Equal(expected, FormulaBench.Text(expression));

    [Theory]
    [InlineData("1 < 2 and 2 < 3", true)]
    [InlineData("1 < 2 && 2 > 3 || 1 == 1", true)]
    [InlineData("not (1 < 2)", false)]
    [InlineData("!{{yes}} or false", false)]
    [InlineData("AND(true, 1, 'x')", true)]
    [InlineData("OR(false, 0, '')", false)]
    [InlineData("false and 1 / 0", false)]
    [InlineData("true or 1 / 0", true)]
    [InlineData("'b' > 'a'", true)]
    [InlineData("'1' == 1", true)]
    [InlineData("1 === 1.0", true)]
    [InlineData("1 !== 2", true)]
    [InlineData("{{none}} == null", true)]
    [InlineData("{{none}} == 0", false)]
    [InlineData("isblank({{none}})", true)]
    [InlineData("{{at}} > '2024-05-06'", true)]
    [InlineData("{{a}} >= 7 and {{a}} <= 7", true)]
    public void Conditions_are_computed(string expression, bool expected) =>
        Assert.Equal(expected, FormulaBench.Flag(expression));

    [Theory]
    [InlineData("{{none}} + 1", null, 1.0)]
    [InlineData("{{none}} * 5", null, 0.0)]
    [InlineData("sum({{none}}, 4)", null, 4.0)]
    [InlineData("{{none}} < 1 ? 1 : 2", 2.0, 1.0)]
    [InlineData("{{missing}} + 1", null, 1.0)]
    [InlineData("{{none}}", null, null)]
    public void Null_makes_null_or_counts_as_nothing(string expression, double? mathJs, double? formulaJs)
    {
        Assert.Equal(mathJs, FormulaBench.Double(expression));
        Assert.Equal(formulaJs, FormulaBench.Double(expression, "formula.js"));
    }

    [Fact]
    public void Engines_differ_in_remainders_and_in_joining_texts()
    {
        Assert.Equal(-3.0, FormulaBench.Double("-7 % 4", "formula.js"));
        Assert.Equal("Ann7", FormulaBench.Text("{{name}} + {{a}}", "formula.js"));
        Assert.Equal("Ann", FormulaBench.Text("CONCATENATE({{name}}, {{none}})", "formula.js"));
        Assert.Null(FormulaBench.Text("concat({{name}}, {{none}})"));
        Assert.Null(FormulaBench.Text("{{name}} + 1"));
    }

    [Theory]
    [InlineData("{{name}} is {{a}}{{none}} ({{price}})", "Ann is 7 (19.99)")]
    [InlineData("plain + {{ text", "plain + {{ text")]
    [InlineData("{{}} {{a}}", "{{}} 7")]
    public void A_text_takes_values_in_the_places_of_placeholders(string expression, string expected) =>
        Assert.Equal(expected, FormulaBench.Text(expression, "string"));

    [Theory]
    [InlineData("1 / 0")]
    [InlineData("sqrt(-1)")]
    [InlineData("ln(0)")]
    [InlineData("{{name}} * 2")]
    [InlineData("7 % 0")]
    [InlineData("10 ^ 400")]
    [InlineData("year('soon')")]
    public void An_error_is_null(string expression) => Assert.Null(FormulaBench.Double(expression));

    [Fact]
    public void Whole_numbers_and_amounts_lose_no_digit()
    {
        Assert.Equal(9007199254740994L, FormulaBench.Compute("{{big}} + 1", new ColumnType(ColumnKind.Int64)));
        Assert.Equal("9007199254740994", FormulaBench.Text("{{big}} + 1"));
        Assert.Equal(
            "180053913102272450.07",
            FormulaBench.Compute("{{price}} * {{big}}", new ColumnType(ColumnKind.Decimal, Precision: 20, Scale: 2))
        );
        Assert.Equal("19.990", FormulaBench.Compute("{{price}}", new ColumnType(ColumnKind.Decimal, Scale: 3)));
        Assert.Equal(
            "20",
            FormulaBench.Compute("{{price}}", new ColumnType(ColumnKind.Decimal, Precision: 5, Scale: 0))
        );
        Assert.Null(FormulaBench.Compute("12345", new ColumnType(ColumnKind.Decimal, Precision: 5, Scale: 2)));
    }

    [Fact]
    public void The_result_becomes_what_the_column_holds_or_null()
    {
        Assert.Equal(2, FormulaBench.Compute("2.9", new ColumnType(ColumnKind.Int32)));
        Assert.Equal(-2, FormulaBench.Compute("-2.9", new ColumnType(ColumnKind.Int32)));
        Assert.Null(FormulaBench.Compute("3000000000", new ColumnType(ColumnKind.Int32)));
        Assert.Null(FormulaBench.Compute("10 ^ 19", new ColumnType(ColumnKind.Int64)));
        Assert.Equal(true, FormulaBench.Compute("{{a}}", new ColumnType(ColumnKind.Boolean)));
        Assert.Equal(
            new DateTime(2024, 5, 6, 22, 8, 9, DateTimeKind.Utc),
            FormulaBench.Compute("{{at}}", new ColumnType(ColumnKind.Instant))
        );
        Assert.Equal(
            new DateTime(2024, 4, 30, 22, 0, 0, DateTimeKind.Utc),
            FormulaBench.Compute("{{day}}", new ColumnType(ColumnKind.Instant))
        );
        Assert.Equal(
            new DateTime(2024, 5, 6, 22, 0, 0, DateTimeKind.Utc),
            FormulaBench.Compute("'2024-05-07'", new ColumnType(ColumnKind.Instant))
        );
        Assert.Equal(
            DateTime.UnixEpoch.AddSeconds(1),
            FormulaBench.Compute("500 * 2", new ColumnType(ColumnKind.Instant))
        );
        Assert.Null(FormulaBench.Compute("'soon'", new ColumnType(ColumnKind.Instant)));
        Assert.Null(FormulaBench.Compute("{{name}}", new ColumnType(ColumnKind.String, Length: 2)));
    }

    [Theory]
    [InlineData("1 +", "f: the expression cannot be read at character 4")]
    [InlineData("1 2", "f: the expression cannot be read at character 3")]
    [InlineData("(1", "f: the expression cannot be read at character 3")]
    [InlineData("1)", "f: the expression cannot be read at character 2")]
    [InlineData("'open", "f: the expression cannot be read at character 1")]
    [InlineData("1 # 2", "f: the expression cannot be read at character 3")]
    [InlineData("{{a", "f: the expression cannot be read at character 1")]
    [InlineData("{{a}} = 1", "f: the expression cannot be read at character 7")]
    [InlineData("a + 1", "f: the expression cannot be read at character 1")]
    [InlineData("1 ? 2", "f: the expression cannot be read at character 6")]
    [InlineData("sum(1,,2)", "f: the expression cannot be read at character 7")]
    [InlineData("system('x')", "f: the expression uses the unknown function system")]
    [InlineData("sqrt(1, 2)", "f: the function sqrt does not take this number of arguments")]
    [InlineData("if(1)", "f: the function if does not take this number of arguments")]
    [InlineData("sum()", "f: the function sum does not take this number of arguments")]
    [InlineData(" ", "f: expression is required")]
    public void What_cannot_be_read_is_refused(string expression, string message)
    {
        var exception = Assert.Throws<ValidationException>(() => FormulaBench.Double(expression));
        Assert.Equal(message, exception.Message);
        Assert.Equal("f", exception.Field);
        Assert.Null(Formula.TryParse(FormulaBench.Definition(expression)));
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("-", "1", "")]
    [InlineData("abs(", "1", ")")]
    [InlineData("1 + ", "1", "")]
    [InlineData("1 ? 1 : ", "1", "")]
    [InlineData("2 ^ ", "1", "")]
    public void Depth_is_bounded(string before, string core, string after)
    {
        var nested =
            string.Concat(Enumerable.Repeat(before, 900)) + core + string.Concat(Enumerable.Repeat(after, 900));
        var exception = Assert.Throws<ValidationException>(() => FormulaBench.Double(nested));
        Assert.Equal("f: the expression is nested too deeply", exception.Message);
    }

    [Fact]
    public void Length_is_bounded()
    {
        var exception = Assert.Throws<ValidationException>(() => FormulaBench.Double(new string('1', 10_001)));
        Assert.Equal("f: expression is longer than 10000 characters", exception.Message);
    }

    [Fact]
    public void A_text_cannot_grow_without_end()
    {
        var nine = $"concat({string.Join(',', Enumerable.Repeat("{{long}}", 9))})";
        Assert.Equal("900000", FormulaBench.Text($"len({nine})"));
        Assert.Null(FormulaBench.Text($"len(concat({nine}, {nine}))"));
    }
}
