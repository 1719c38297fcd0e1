using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Dialects;

/// <summary>Patterns and text forms.</summary>
public abstract class TextSuite(DatabaseFixture fixture) : DatabaseSuite(fixture)
{
    private static readonly ColumnType Text = new(ColumnKind.Text);

    [Theory]
    [InlineData("Malmö", "%malmö%", true)]
    [InlineData("MALMÖ", "malmö", true)]
    [InlineData("Malmö", "malm_", true)]
    [InlineData("Malmö", "malm", false)]
    [InlineData("Malmö", "%LM%", true)]
    [InlineData("100%", "100\\%", true)]
    [InlineData("1000", "100\\%", false)]
    [InlineData("a_b", "a\\_b", true)]
    [InlineData("axb", "a\\_b", false)]
    [InlineData("a\\b", "a\\\\b", true)]
    [InlineData("", "%", true)]
    [InlineData("", "_", false)]
    [InlineData("x", "", false)]
    [InlineData("ЖУК", "%жук", true)]
    [InlineData("a😀b", "a_b", true)]
    [InlineData("aaaaaaaaaaaaaaaaaaaab", "%a%a%a%a%a%a%a%a%a%c", false)]
    [InlineData("line one\nline two", "%ONE%two", true)]
    public async Task Like_ignoring_case(string text, string pattern, bool expected) =>
        Assert.Equal(expected, await TestAsync(text, pattern, Dialect.Text.LikeIgnoringCase));

    [Theory]
    [InlineData("Malmö", "Malm_", true)]
    [InlineData("Malmö", "malm_", false)]
    [InlineData("100%", "%\\%", true)]
    [InlineData("a\\b", "a\\b", false)]
    public async Task Like_with_case(string text, string pattern, bool expected) =>
        Assert.Equal(expected, await TestAsync(text, pattern, Dialect.Text.Like));

    [Theory]
    [InlineData("abc123", "^[a-z]+[0-9]{3}$", false, true)]
    [InlineData("ABC123", "^[a-z]+", false, false)]
    [InlineData("ABC123", "^[a-z]+", true, true)]
    [InlineData("ÖL", "^öl$", true, true)]
    [InlineData("abab", "^(ab)\\1$", false, true)]
    [InlineData("foobar", "foo(?=bar)", false, true)]
    public async Task Regular_expressions(string text, string pattern, bool ignoreCase, bool expected) =>
        Assert.Equal(expected, await TestAsync(text, pattern, (t, p) => Dialect.Text.Matches(t, p, ignoreCase)));

    [Fact]
    public async Task Null_matches_neither_a_pattern_nor_its_negation()
    {
        foreach (var (pattern, negated) in new[] { ("%", false), ("%", true), ("x", true) })
        {
            Assert.Null(await TestAsync(null, pattern, Dialect.Text.LikeIgnoringCase, negated));
            Assert.Null(await TestAsync(null, pattern, Dialect.Text.Like, negated));
            Assert.Null(await TestAsync(null, "x", (t, p) => Dialect.Text.Matches(t, p, ignoreCase: true), negated));
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a{2,1}")]
    [InlineData("[z-a]")]
    public async Task An_invalid_expression_is_the_callers_fault(string pattern)
    {
        var exception = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            TestAsync("text", pattern, (t, p) => Dialect.Text.Matches(t, p, ignoreCase: false))
        );

        Assert.Equal(FaultKind.InvalidPattern, Dialect.Errors.Classify(exception)?.Kind);
        Assert.IsType<ValidationException>(
            await new ErrorTranslator(Database).TranslateAsync(exception, Schema(), Cancelled)
        );
    }

    [Fact]
    public async Task A_pattern_that_ends_with_its_escape_is_the_callers_fault()
    {
        var exception = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            TestAsync("abcd", "abc\\", Dialect.Text.Like)
        );

        Assert.Equal(FaultKind.InvalidPattern, Dialect.Errors.Classify(exception)?.Kind);
    }

    [Fact]
    public async Task Values_are_searched_as_the_api_writes_them()
    {
        var name = NewName();
        var schema = Schema(
            Bare(
                name,
                """
                {"name":"integer","type":"bigInt"},{"name":"double","type":"double"},{"name":"flag","type":"boolean"},
                {"name":"instant","type":"date"},{"name":"local","type":"datetimeNoTz"},{"name":"date","type":"dateOnly"},
                {"name":"time","type":"time"},{"name":"price","type":"decimal","precision":10,"scale":2},
                {"name":"uuid","type":"uuid","autoFill":false},{"name":"json","type":"json"}
                """
            )
        );
        await CreateAsync(schema);
        var id = Guid.NewGuid();
        await InsertAsync(
            schema[name],
            ("integer", 42L),
            ("double", 1.5),
            ("flag", true),
            ("instant", new DateTime(2024, 5, 6, 7, 8, 9, 120, DateTimeKind.Utc)),
            ("local", new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Unspecified)),
            ("date", new DateOnly(2024, 5, 6)),
            ("time", new TimeOnly(7, 8, 9)),
            ("price", "12.50"),
            ("uuid", id),
            ("json", """{"a":1}""")
        );
        await InsertAsync(schema[name], ("double", 3.0), ("flag", false));

        Assert.Equal(["42", null], await TextOfAsync(schema[name], "integer"));
        Assert.Equal(["1.5", "3"], await TextOfAsync(schema[name], "double"));
        Assert.Equal(["true", "false"], await TextOfAsync(schema[name], "flag"));
        Assert.Equal(["2024-05-06T07:08:09.120Z", null], await TextOfAsync(schema[name], "instant"));
        Assert.Equal(["2024-05-06 07:08:09", null], await TextOfAsync(schema[name], "local"));
        Assert.Equal(["2024-05-06", null], await TextOfAsync(schema[name], "date"));
        Assert.Equal(["07:08:09", null], await TextOfAsync(schema[name], "time"));
        Assert.Equal(["12.50", null], await TextOfAsync(schema[name], "price"));
        Assert.Equal([id.ToString(), null], await TextOfAsync(schema[name], "uuid"));
        Assert.Equal(["""{"a":1}""", null], await TextOfAsync(schema[name], "json"));
    }

    private async Task<List<object?>> TextOfAsync(Collection collection, string field)
    {
        var column = Column(collection, field);
        var sql = new SqlWriter(Dialect).Append("SELECT ");
        sql.Append(Dialect.Text.AsText(column.ColumnType, column.QuotedColumn));
        sql.Append(" FROM ").Append(collection.Table.Quoted);
        return await ReadAsync(sql.ToStatement(), ColumnKind.Text);
    }

    private async Task<bool?> TestAsync(
        string? text,
        string pattern,
        Func<string, string, string> condition,
        bool negated = false
    )
    {
        var sql = new SqlWriter(Dialect).Append("SELECT ").Append(negated ? "NOT (" : "(");
        sql.Append(condition(sql.Marker(text, Text), sql.Marker(pattern, Text))).Append(')');
        return (bool?)(await ReadAsync(sql.ToStatement(), ColumnKind.Boolean))[0];
    }
}

public sealed class PostgreSqlTextTests(PostgreSqlFixture fixture)
    : TextSuite(fixture),
        IClassFixture<PostgreSqlFixture>;

public sealed class SqliteTextTests(SqliteFixture fixture) : TextSuite(fixture), IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task An_expression_that_explodes_is_cut_off()
    {
        var sql = new SqlWriter(Dialect).Append("SELECT ");
        var text = sql.Marker(new string('a', 40) + "!", new ColumnType(ColumnKind.Text));
        var pattern = sql.Marker("^(?=a)(a+)+$", new ColumnType(ColumnKind.Text));
        sql.Append(Dialect.Text.Matches(text, pattern, ignoreCase: false));

        var exception = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            ReadAsync(sql.ToStatement(), ColumnKind.Boolean)
        );

        Assert.Equal(FaultKind.InvalidPattern, Dialect.Errors.Classify(exception)?.Kind);
    }
}
