namespace Pergola.UnitTests.Operators;

public sealed class ComparisonOperatorTests
{
    [Theory]
    [InlineData("$gt", "25", "c > $1 | Int32 25")]
    [InlineData("$gte", "25", "c >= $1 | Int32 25")]
    [InlineData("$lt", "\"25\"", "c < $1 | Int32 25")]
    [InlineData("$lte", "25", "c <= $1 | Int32 25")]
    [InlineData("$gt", "1.5", "c > $1 | Double 1.5")]
    [InlineData("$lt", "1e999", "c < $1 | Double 1.7976931348623157E+308")]
    [InlineData("$gt", "null", "NULL")]
    [InlineData("$between", "[26,45]", "(c >= $1 AND c <= $2) | Int32 26, Int32 45")]
    [InlineData("$between", "[26,null]", "NULL")]
    [InlineData("$notBetween", "[26,45]", "NOT ((c >= $1 AND c <= $2)) | Int32 26, Int32 45")]
    [InlineData("$not_between", "[26,45]", "NOT ((c >= $1 AND c <= $2)) | Int32 26, Int32 45")]
    [InlineData("$notbetween", "[26,45]", "NOT ((c >= $1 AND c <= $2)) | Int32 26, Int32 45")]
    public void Order(string name, string operand, string sql) =>
        Assert.Equal(sql, new OperatorBench("integer").Sql(name, operand));

    [Theory]
    [InlineData("$gt", "[1]")]
    [InlineData("$gt", "{}")]
    [InlineData("$gt", "true")]
    [InlineData("$gt", "\"x\"")]
    [InlineData("$between", "5")]
    [InlineData("$between", "[1]")]
    [InlineData("$between", "[1,2,3]")]
    [InlineData("$between", "[\"a\",\"b\"]")]
    public void Operands_that_do_not_fit_are_refused(string name, string operand) =>
        new OperatorBench("integer").Refuse(name, operand);
}
