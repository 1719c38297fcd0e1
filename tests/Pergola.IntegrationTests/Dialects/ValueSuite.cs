using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Dialects;

/// <summary>Values of every column kind, written and read back.</summary>
public abstract class ValueSuite(DatabaseFixture fixture) : DatabaseSuite(fixture)
{
    private const string Fields = """
        {"name":"n","type":"integer"},
        {"name":"string","type":"string"},
        {"name":"text","type":"text"},
        {"name":"integer","type":"integer"},
        {"name":"bigInt","type":"bigInt"},
        {"name":"real","type":"real"},
        {"name":"double","type":"double"},
        {"name":"decimal","type":"decimal"},
        {"name":"price","type":"decimal","precision":40,"scale":10},
        {"name":"boolean","type":"boolean"},
        {"name":"instant","type":"date"},
        {"name":"local","type":"datetimeNoTz"},
        {"name":"date","type":"dateOnly"},
        {"name":"time","type":"time"},
        {"name":"json","type":"json"},
        {"name":"uuid","type":"uuid","autoFill":false},
        {"name":"bytes","type":"blob"},
        {"name":"tags","type":"array","dataType":"array","elementType":"string"},
        {"name":"ids","type":"set","dataType":"array","elementType":"bigInt"}
        """;

    public static TheoryData<string, object?> Values =>
        new()
        {
            { "string", "" },
            { "string", "O'Neill \"quoted\" \\ back; DROP TABLE x; -- ?1 $1 @a" },
            { "string", new string('ö', 255) },
            { "text", "Zażółć gęślą jaźń 中文 😀 \r\n\t" },
            { "text", new string('x', 100_000) },
            { "integer", int.MinValue },
            { "integer", int.MaxValue },
            { "bigInt", long.MinValue },
            { "bigInt", long.MaxValue },
            { "bigInt", 9_007_199_254_740_993L },
            { "real", 1.5f },
            { "real", 0.1f },
            { "real", float.MaxValue },
            { "double", 0.1 },
            { "double", double.MaxValue },
            { "double", -double.Epsilon },
            { "double", 123456789.123456789 },
            { "decimal", "123456789012345678901234567890.123456789012345678901234567890" },
            { "decimal", "-0.5" },
            { "decimal", "1.50" },
            { "decimal", "0" },
            { "price", "123456789012345678901234567890.1234567890" },
            { "boolean", true },
            { "boolean", false },
            { "instant", new DateTime(2024, 5, 6, 7, 8, 9, 123, DateTimeKind.Utc) },
            { "instant", new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddYears(1) },
            { "instant", new DateTime(9999, 12, 30, 23, 59, 59, 999, DateTimeKind.Utc) },
            { "local", new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Unspecified) },
            { "date", new DateOnly(2024, 2, 29) },
            { "date", new DateOnly(9999, 12, 30) },
            { "date", new DateOnly(2, 1, 1) },
            { "time", new TimeOnly(0, 0, 0) },
            { "time", new TimeOnly(23, 59, 59) },
            { "json", """{"b":[1,2.50,{"a":null}],"a":"ö \" 😀"}""" },
            { "json", "5" },
            { "json", "12345678901234567890123.5" },
            { "json", "\"text\"" },
            { "json", "null" },
            { "uuid", Guid.Parse("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b") },
            { "bytes", new byte[] { 0, 255, 1, 0 } },
            { "tags", """["1","a \"b\", {c}\\","NULL","ö"]""" },
            { "tags", "[]" },
            { "ids", """["1","9223372036854775807"]""" },
        };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task A_value_comes_back_as_it_was_written(string field, object? value)
    {
        var name = NewName();
        var collection = Schema(Bare(name, Fields))[name];
        await CreateAsync(Schema(Bare(name, Fields)));

        await InsertAsync(collection, ("n", 1), (field, value));

        Assert.Equal([value], await ReadAsync(collection, field));
    }

    [Fact]
    public async Task Null_comes_back_as_null_for_every_kind()
    {
        var name = NewName();
        var schema = Schema(Bare(name, Fields));
        await CreateAsync(schema);

        await InsertAsync(schema[name], [.. schema[name].Columns.Select(c => (c.Name, (object?)null))]);

        foreach (var column in schema[name].Columns)
        {
            Assert.Equal([null], await ReadAsync(schema[name], column.Name));
        }
    }

    [Fact]
    public async Task Elements_of_a_native_array_are_read_as_text()
    {
        var name = NewName();
        var schema = Schema(Bare(name, Fields));
        await CreateAsync(schema);

        await InsertAsync(schema[name], ("ids", "[3,1,null]"));

        Assert.Equal(["""["3","1",null]"""], (await ReadAsync(schema[name], "ids")).Cast<string>());
    }

    [Fact]
    public async Task Whether_values_are_distinct_counts_null_as_a_value()
    {
        var name = NewName();
        var schema = Schema(Bare(name, Fields));
        await CreateAsync(schema);
        await InsertAsync(schema[name], ("n", 1), ("decimal", "1.50"), ("string", "a"), ("json", "1"));
        await InsertAsync(schema[name], ("n", 2));

        Assert.Equal([2], await DistinctAsync("decimal", "1.5"));
        Assert.Equal([1, 2], await DistinctAsync("decimal", "1.51"));
        Assert.Equal([2], await DistinctAsync("string", "a"));
        Assert.Equal([1], await DistinctAsync("string", null));
        Assert.Equal([2], await DistinctAsync("json", "1"));

        Task<List<object?>> DistinctAsync(string field, object? value)
        {
            var column = Column(schema[name], field);
            return ReadAsync(
                schema[name],
                "n",
                s =>
                    s.Append(
                        Dialect.Columns.IsDistinct(
                            column.ColumnType,
                            column.QuotedColumn,
                            s.Marker(value, column.ColumnType)
                        )
                    ),
                "n"
            );
        }
    }

    [Theory]
    [InlineData("string", new object?[] { "a", "ä", "\"'\\" }, "ä")]
    [InlineData("integer", new object?[] { 1, -5, int.MaxValue }, -5)]
    [InlineData("bigInt", new object?[] { 1L, long.MaxValue }, long.MaxValue)]
    [InlineData("double", new object?[] { 0.1, 1e300, 5.0 }, 1e300)]
    [InlineData(
        "decimal",
        new object?[] { "0.10", "123456789012345678901234567890.5" },
        "123456789012345678901234567890.50"
    )]
    [InlineData("boolean", new object?[] { true }, true)]
    public async Task A_list_is_one_parameter(string field, object?[] list, object value)
    {
        var name = NewName();
        var schema = Schema(Bare(name, Fields));
        await CreateAsync(schema);
        var column = Column(schema[name], field);
        await InsertAsync(schema[name], ("n", 1), (field, value));
        await InsertAsync(schema[name], ("n", 2));

        Assert.Equal([1], await InAsync(list));
        Assert.Equal([1], await InAsync([.. list, null]));
        Assert.Empty(await InAsync([]));
        Assert.Empty(await InAsync([null]));

        Task<List<object?>> InAsync(object?[] values) =>
            ReadAsync(schema[name], "n", s => s.In(column.ColumnType, column.QuotedColumn, values), "n");
    }

    [Fact]
    public async Task Lists_of_times_and_keys_work_too()
    {
        var name = NewName();
        var schema = Schema(Bare(name, Fields));
        await CreateAsync(schema);
        var values = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["instant"] = new DateTime(2024, 5, 6, 7, 8, 9, 10, DateTimeKind.Utc),
            ["local"] = new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Unspecified),
            ["date"] = new DateOnly(2024, 5, 6),
            ["time"] = new TimeOnly(7, 8, 9),
            ["uuid"] = Guid.NewGuid(),
            ["bytes"] = new byte[] { 1, 2, 255 },
            ["real"] = 0.1f,
        };
        await InsertAsync(schema[name], [("n", 1), .. values.Select(v => (v.Key, (object?)v.Value))]);

        foreach (var (field, value) in values)
        {
            var column = Column(schema[name], field);
            Assert.Equal(
                [1],
                await ReadAsync(schema[name], "n", s => s.In(column.ColumnType, column.QuotedColumn, [value]))
            );
        }
    }

    [Fact]
    public async Task Decimals_sort_and_compare_by_value()
    {
        var name = NewName();
        var schema = Schema(Bare(name, Fields));
        await CreateAsync(schema);
        string[] ordered =
        [
            "-123456789012345678901234567890.2",
            "-123456789012345678901234567890.1",
            "-10",
            "-9.99",
            "-0.01",
            "0",
            "0.001",
            "0.01",
            "2",
            "10",
            "10.5",
            "123456789012345678901234567890.1",
        ];
        foreach (var value in ordered.Reverse())
        {
            await InsertAsync(schema[name], ("decimal", value));
        }

        await InsertAsync(schema[name], ("decimal", null));

        Assert.Equal([.. ordered, null], await ReadAsync(schema[name], "decimal", orderBy: "decimal"));
        var column = Column(schema[name], "decimal");
        var comparable = Dialect.Columns.Comparable(column.ColumnType, column.QuotedColumn);
        Assert.Equal(
            ["10", "10.5", "123456789012345678901234567890.1"],
            await ReadAsync(
                schema[name],
                "decimal",
                s => s.Append(comparable).Append(" > ").Parameter("9.50", column.ColumnType),
                "decimal"
            )
        );
    }

    [Fact]
    public async Task Text_sorts_by_code_point_and_null_comes_last()
    {
        var name = NewName();
        var schema = Schema(Bare(name, Fields));
        await CreateAsync(schema);
        string?[] ordered = ["", " ", "A", "Z", "_", "a", "z", "ä", "ÿ", "中", "\uFFFD", "😀", null];
        foreach (var value in ordered.Reverse())
        {
            await InsertAsync(schema[name], ("string", value));
        }

        Assert.Equal(ordered, await ReadAsync(schema[name], "string", orderBy: "string"));
    }
}

public sealed class PostgreSqlValueTests(PostgreSqlFixture fixture)
    : ValueSuite(fixture),
        IClassFixture<PostgreSqlFixture>;

public sealed class SqliteValueTests(SqliteFixture fixture) : ValueSuite(fixture), IClassFixture<SqliteFixture>;
