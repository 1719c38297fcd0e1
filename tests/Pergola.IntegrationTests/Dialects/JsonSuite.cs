using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Dialects;

/// <summary>Documents and arrays.</summary>
public abstract class JsonSuite(DatabaseFixture fixture) : DatabaseSuite(fixture)
{
    private const string Fields = """
        {"name":"json","type":"json"},{"name":"jsonb","type":"jsonb"},{"name":"list","type":"array"},
        {"name":"native","type":"array","dataType":"array","elementType":"string"}
        """;

    [Theory]
    [InlineData("""{"a":{"b":[10,{"c":"x"}]}}""", new[] { "a", "b", "1", "c" }, "x")]
    [InlineData("""{"a":{"b":[10,20]}}""", new[] { "a", "b", "-1" }, "20")]
    [InlineData("""{"a":{"3":"three"}}""", new[] { "a", "3" }, "three")]
    [InlineData("""{"a":true}""", new[] { "a" }, "true")]
    [InlineData("""{"a":1.50}""", new[] { "a" }, "1.50")]
    [InlineData("""{"a":null}""", new[] { "a" }, null)]
    [InlineData("""{"a":1}""", new[] { "b" }, null)]
    [InlineData("""{"a":"t"}""", new[] { "a", "b" }, null)]
    [InlineData("""{"a.b":"dotted","a'\"":"q"}""", new[] { "a.b" }, "dotted")]
    [InlineData("""{"a'\"":"quoted"}""", new[] { "a'\"" }, "quoted")]
    [InlineData("[1,2]", new[] { "x" }, null)]
    [InlineData("\"scalar\"", new[] { "a" }, null)]
    public async Task Text_at_a_path(string document, string[] path, string? expected)
    {
        foreach (var field in new[] { "json", "jsonb" })
        {
            var collection = await WithAsync((field, document));
            var column = Column(collection, field);
            Assert.Equal(
                [expected],
                await SelectAsync(
                    collection,
                    ColumnKind.Text,
                    s => Dialect.Json.ExtractText(s, column.ColumnType, column.QuotedColumn, path)
                )
            );
        }
    }

    [Theory]
    [InlineData("""{"a":1.5}""", 1.5)]
    [InlineData("""{"a":-3}""", -3.0)]
    [InlineData("""{"a":"7"}""", null)]
    [InlineData("""{"a":[1]}""", null)]
    [InlineData("""{}""", null)]
    public async Task Number_at_a_path(string document, double? expected)
    {
        foreach (var field in new[] { "json", "jsonb" })
        {
            var collection = await WithAsync((field, document));
            var column = Column(collection, field);
            Assert.Equal(
                [expected],
                await SelectAsync(
                    collection,
                    ColumnKind.Double,
                    s => Dialect.Json.ExtractNumber(s, column.ColumnType, column.QuotedColumn, ["a"])
                )
            );
        }
    }

    [Theory]
    [InlineData("""["a","b"]""", new[] { "\"b\"" }, true)]
    [InlineData("""["a","b"]""", new[] { "\"c\"" }, false)]
    [InlineData("""["a","b"]""", new[] { "\"c\"", "\"a\"" }, true)]
    [InlineData("""[1,2,"3"]""", new[] { "2" }, true)]
    [InlineData("""[1,2,"3"]""", new[] { "2.0" }, true)]
    [InlineData("""[1,2,"3"]""", new[] { "3" }, false)]
    [InlineData("""[1,2,"3"]""", new[] { "\"3\"" }, true)]
    [InlineData("""[1,2,"3"]""", new[] { "\"1\"" }, false)]
    [InlineData("""[true,null]""", new[] { "null" }, true)]
    [InlineData("""[]""", new[] { "1" }, false)]
    [InlineData("""["a"]""", new string[0], false)]
    [InlineData("""{"a":1}""", new[] { "\"a\"" }, false)]
    [InlineData(null, new[] { "1" }, null)]
    public async Task Sharing_an_element(string? document, string[] elements, bool? expected)
    {
        foreach (var field in new[] { "json", "jsonb", "list" })
        {
            var collection = await WithAsync((field, document));
            var column = Column(collection, field);
            Assert.Equal(
                [expected],
                await SelectAsync(
                    collection,
                    ColumnKind.Boolean,
                    s => Dialect.Json.SharesElement(s, column.ColumnType, column.QuotedColumn, elements)
                )
            );
        }
    }

    [Theory]
    [InlineData("""["a","b"]""", new[] { "\"a\"", "\"b\"" }, true)]
    [InlineData("""["a","b"]""", new[] { "\"b\"", "\"a\"" }, true)]
    [InlineData("""["a","b"]""", new[] { "\"a\"" }, false)]
    [InlineData("""["a"]""", new[] { "\"a\"", "\"b\"" }, false)]
    [InlineData("""[1,2]""", new[] { "1", "2.0" }, true)]
    [InlineData("""[1]""", new[] { "\"1\"" }, false)]
    [InlineData("""[]""", new string[0], true)]
    [InlineData(null, new string[0], null)]
    public async Task Having_the_same_elements(string? document, string[] elements, bool? expected)
    {
        foreach (var field in new[] { "json", "jsonb", "list" })
        {
            var collection = await WithAsync((field, document));
            var column = Column(collection, field);
            Assert.Equal(
                [expected],
                await SelectAsync(
                    collection,
                    ColumnKind.Boolean,
                    s => Dialect.Json.SameElements(s, column.ColumnType, column.QuotedColumn, elements)
                )
            );
        }
    }

    [Theory]
    [InlineData("[]", true)]
    [InlineData("[1]", false)]
    [InlineData("{}", false)]
    [InlineData("5", false)]
    [InlineData(null, false)]
    public async Task Being_an_empty_array(string? document, bool expected)
    {
        foreach (var field in new[] { "json", "jsonb", "list" })
        {
            var collection = await WithAsync((field, document));
            var column = Column(collection, field);
            Assert.Equal(
                [expected],
                await SelectAsync(
                    collection,
                    ColumnKind.Boolean,
                    s => Dialect.Json.IsEmptyArray(s, column.ColumnType, column.QuotedColumn)
                )
            );
        }
    }

    [Theory]
    [InlineData("""{"a":{"b":1,"c":[1,2,3]},"d":"x"}""", """{"a":{"c":[3,1]}}""", true)]
    [InlineData("""{"a":{"b":1}}""", """{"a":{"b":2}}""", false)]
    [InlineData("""{"a":1}""", """{"a":1.0}""", true)]
    [InlineData("""[1,[2,3]]""", """[[3]]""", true)]
    [InlineData("""[1,2]""", "1", true)]
    [InlineData("1", "[1]", false)]
    [InlineData("""["ö"]""", "[\"\\u00f6\"]", true)]
    [InlineData(null, "1", null)]
    public async Task Containing_a_document(string? document, string contained, bool? expected)
    {
        foreach (var field in new[] { "json", "jsonb" })
        {
            var collection = await WithAsync((field, document));
            var column = Column(collection, field);
            Assert.Equal(
                [expected],
                await SelectAsync(
                    collection,
                    ColumnKind.Boolean,
                    s => Dialect.Json.Contains(s, column.ColumnType, column.QuotedColumn, contained)
                )
            );
        }
    }

    [Fact]
    public async Task Native_arrays_compare_elements_as_text()
    {
        var collection = await WithAsync(("native", """["1","b"]"""));
        var column = Column(collection, "native");

        Assert.True(await TestAsync((s, t, c) => Dialect.Json.SharesElement(s, t, c, ["1"])));
        Assert.True(await TestAsync((s, t, c) => Dialect.Json.SharesElement(s, t, c, ["\"x\"", "\"b\""])));
        Assert.False(await TestAsync((s, t, c) => Dialect.Json.SharesElement(s, t, c, ["\"x\""])));
        Assert.True(await TestAsync((s, t, c) => Dialect.Json.SameElements(s, t, c, ["\"b\"", "1"])));
        Assert.False(await TestAsync((s, t, c) => Dialect.Json.SameElements(s, t, c, ["\"b\""])));
        Assert.True(await TestAsync((s, t, c) => Dialect.Json.Contains(s, t, c, "[\"b\"]")));
        Assert.True(await TestAsync((s, t, c) => Dialect.Json.Contains(s, t, c, "\"b\"")));
        Assert.False(await TestAsync((s, t, c) => Dialect.Json.IsEmptyArray(s, t, c)));

        async Task<bool> TestAsync(Action<SqlWriter, ColumnType, string> condition) =>
            (bool)
                (
                    await SelectAsync(
                        collection,
                        ColumnKind.Boolean,
                        s => condition(s, column.ColumnType, column.QuotedColumn)
                    )
                )[0]!;
    }

    private async Task<Collection> WithAsync((string Field, object? Value) value)
    {
        var name = NewName();
        var schema = Schema(Bare(name, Fields));
        await CreateAsync(schema);
        await InsertAsync(schema[name], value);
        return schema[name];
    }

    private Task<List<object?>> SelectAsync(Collection collection, ColumnKind kind, Action<SqlWriter> expression)
    {
        var sql = new SqlWriter(Dialect).Append("SELECT ");
        expression(sql);
        sql.Append(" FROM ").Append(collection.Table.Quoted);
        return ReadAsync(sql.ToStatement(), kind);
    }
}

public sealed class PostgreSqlJsonTests(PostgreSqlFixture fixture)
    : JsonSuite(fixture),
        IClassFixture<PostgreSqlFixture>;

public sealed class SqliteJsonTests(SqliteFixture fixture) : JsonSuite(fixture), IClassFixture<SqliteFixture>;
