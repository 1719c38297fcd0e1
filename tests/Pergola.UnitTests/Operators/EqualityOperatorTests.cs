using Pergola.UnitTests.Fields;

namespace Pergola.UnitTests.Operators;

public sealed class EqualityOperatorTests
{
    [Theory]
    [InlineData("$eq", "30", "c = $1 | Int32 30")]
    [InlineData("$eq", "\"41\"", "c = $1 | Int32 41")]
    [InlineData("$eq", "null", "c IS NULL")]
    [InlineData("$eq", "[30,41]", "c IN $1 | Int32 [30 41]")]
    [InlineData("$eq", "[]", "1 = 0")]
    [InlineData("$eq", "1.5", "c = $1 | Double 1.5")]
    [InlineData("$eq", "3000000000", "c = $1 | Double 3000000000")]
    [InlineData("$ne", "30", "(c <> $1 OR c IS NULL) | Int32 30")]
    [InlineData("$neq", "30", "(c <> $1 OR c IS NULL) | Int32 30")]
    [InlineData("$ne", "null", "c IS NOT NULL")]
    [InlineData("$ne", "[30,41]", "NOT (c IN $1) | Int32 [30 41]")]
    [InlineData("$in", "30", "c IN $1 | Int32 [30]")]
    [InlineData("$in", "[30,null,41]", "c IN $1 | Int32 [30 41]")]
    [InlineData("$in", "[1.5,30]", "c IN $1 | Int32 [30]")]
    [InlineData("$in", "[1.5]", "1 = 0")]
    [InlineData("$in", "[]", "1 = 0")]
    [InlineData("$in", "null", "1 = 0")]
    [InlineData("$notIn", "[30,41]", "(NOT (c IN $1) OR c IS NULL) | Int32 [30 41]")]
    [InlineData("$notIn", "30", "(NOT (c IN $1) OR c IS NULL) | Int32 [30]")]
    [InlineData("$notIn", "[]", "c IS NULL")]
    [InlineData("$not_in", "[41]", "NOT (c IN $1) | Int32 [41]")]
    [InlineData("$notin", "[41]", "NOT (c IN $1) | Int32 [41]")]
    [InlineData("$is", "null", "c IS NULL")]
    [InlineData("$not", "30", "c <> $1 | Int32 30")]
    [InlineData("$not", "null", "c IS NOT NULL")]
    [InlineData("$not", "[30]", "NOT (c IN $1) | Int32 [30]")]
    [InlineData("$empty", "true", "c IS NULL")]
    [InlineData("$notEmpty", "true", "c IS NOT NULL")]
    [InlineData("$exists", "true", "c IS NOT NULL")]
    [InlineData("$notExists", "true", "c IS NULL")]
    public void Null_rows_match_as_recorded(string name, string operand, string sql) =>
        Assert.Equal(sql, new OperatorBench("integer").Sql(name, operand));

    [Theory]
    [InlineData("integer", "$eq", "\"abc\"")]
    [InlineData("integer", "$eq", "true")]
    [InlineData("integer", "$eq", "\"\"")]
    [InlineData("integer", "$eq", "{\"a\":1}")]
    [InlineData("integer", "$eq", "[[1]]")]
    [InlineData("integer", "$in", "[\"x\"]")]
    [InlineData("integer", "$notIn", "null")]
    [InlineData("integer", "$not_in", "null")]
    [InlineData("integer", "$is", "5")]
    [InlineData("integer", "$is", "true")]
    [InlineData("string", "$eq", "{}")]
    [InlineData("string", "$eq", "\"a\\u0000\"")]
    [InlineData("string", "$eq", "\"\\ud800\"")]
    [InlineData("boolean", "$eq", "\"maybe\"")]
    [InlineData("boolean", "$is", "\"x\"")]
    [InlineData("uuid", "$eq", "\"zz\"")]
    [InlineData("date", "$eq", "\"nope\"")]
    [InlineData("array", "$eq", "\"a\"")]
    [InlineData("array", "$in", "[\"a\"]")]
    [InlineData("json", "$eq", "1")]
    [InlineData("blob", "$eq", "\"AQID\"")]
    [InlineData("integer", "$childIn", "[\"things\"]")]
    [InlineData("integer", "$childNotIn", "[\"things\"]")]
    public void Operands_that_do_not_fit_are_refused(string type, string name, string operand) =>
        new OperatorBench(type).Refuse(name, operand);

    [Theory]
    [InlineData("string", "41", "c = $1 | String 41")]
    [InlineData("string", "true", "c = $1 | String true")]
    [InlineData("boolean", "true", "c = $1 | Boolean True")]
    [InlineData("boolean", "\"false\"", "c = $1 | Boolean False")]
    [InlineData("bigInt", "\"9007199254740993\"", "c = $1 | Int64 9007199254740993")]
    [InlineData("bigInt", "1e30", "c = $1 | Double 1E+30")]
    [InlineData("decimal", "12.345", "number(c) = $1 | Decimal 12.345")]
    [InlineData("date", "\"2024-05-06T16:00:00.000Z\"", "c = $1 | Instant 2024-05-06T16:00:00.000Z")]
    [InlineData("dateOnly", "\"2024-05-06\"", "c = $1 | Date 2024-05-06")]
    [InlineData("unixTimestamp", "1714953600", "c = $1 | Int64 1714953600")]
    [InlineData("array", "null", "c IS NULL")]
    public void Operands_are_read_by_the_field_type(string type, string operand, string sql) =>
        Assert.Equal(sql, new OperatorBench(type).Sql("$eq", operand));

    [Theory]
    [InlineData("$is", "true", "c IS TRUE")]
    [InlineData("$is", "false", "c IS FALSE")]
    [InlineData("$isTruly", "true", "c = $1 | Boolean True")]
    [InlineData("$isTruly", "\"true\"", "c = $1 | Boolean True")]
    [InlineData("$isTruly", "false", "(c = $1 OR c IS NULL) | Boolean False")]
    [InlineData("$isTruly", "null", "(c = $1 OR c IS NULL) | Boolean False")]
    [InlineData("$isFalsy", "true", "(c = $1 OR c IS NULL) | Boolean False")]
    [InlineData("$isFalsy", "0", "c = $1 | Boolean True")]
    public void Booleans_that_were_never_set_are_not_true(string name, string operand, string sql) =>
        Assert.Equal(sql, new OperatorBench("boolean").Sql(name, operand));

    [Fact]
    public void Numbers_may_be_ticked_too()
    {
        Assert.Equal("c = $1 | Int64 1", new OperatorBench("bigInt").Sql("$isTruly", "true"));
        new OperatorBench("string").Refuse("$isTruly", "true");
    }

    [Theory]
    [InlineData("$eq", "\"c\"", "(c->>$1) = $2 | Text a/n, Text c")]
    [InlineData("$eq", "5", "(c->#$1) = $2 | Text a/n, Double 5")]
    [InlineData("$eq", "true", "(c->>$1) = $2 | Text a/n, Text true")]
    [InlineData("$eq", "null", "(c->>$1) IS NULL | Text a/n")]
    [InlineData("$ne", "\"c\"", "((c->>$1) <> $2 OR (c->>$3) IS NULL) | Text a/n, Text c, Text a/n")]
    [InlineData("$in", "[\"c\",5]", "(c->>$1) IN $2 | Text a/n, Text [c 5]")]
    [InlineData("$in", "[4,5]", "(c->#$1) IN $2 | Text a/n, Double [4 5]")]
    [InlineData("$gt", "5", "(c->#$1) > $2 | Text a/n, Double 5")]
    [InlineData("$includes", "\"x\"", "((c->>$1) ILIKE $2) | Text a/n, Text %x%")]
    [InlineData("$empty", "true", "(c->>$1) IS NULL | Text a/n")]
    [InlineData("$isTruly", "true", "(c->>$1) = $2 | Text a/n, Text true")]
    public void Paths_lead_into_documents(string name, string operand, string sql) =>
        Assert.Equal(sql, new OperatorBench(new FieldBench("jsonb"), "a", "n").Sql(name, operand));

    [Theory]
    [InlineData("$isCurrentUser", "c = $1 | Int64 7")]
    [InlineData("$isNotCurrentUser", "c <> $1 | Int64 7")]
    public void The_current_user_is_compared_by_id(string name, string sql) =>
        Assert.Equal(sql, new OperatorBench("bigInt").Sql(name, "true"));

    [Fact]
    public void Nobody_has_the_id_minus_one()
    {
        var bench = new FieldBench("bigInt");
        var anonymous = new FieldBench("bigInt") { Context = bench.Context with { UserId = null } };
        Assert.Equal("c = $1 | Int64 -1", new OperatorBench(anonymous).Sql("$isCurrentUser", "true"));
        new OperatorBench("boolean").Refuse("$isCurrentUser", "true");
    }
}
