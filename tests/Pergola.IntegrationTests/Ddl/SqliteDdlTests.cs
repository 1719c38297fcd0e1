using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Ddl;

public sealed class SqliteDdlTests(SqliteFixture fixture) : DdlSuite(fixture), IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task A_constraint_inside_a_table_made_by_others_can_be_dropped()
    {
        var name = NewName();
        var before = Schema(
            $$"""{"name":"{{name}}","timestamps":false,"fields":[{"name":"a","type":"string","unique":true},{"name":"b","type":"string","unique":true}]}"""
        );
        await RunAsync(
            $"CREATE TABLE `{name}` (`id` INTEGER PRIMARY KEY AUTOINCREMENT, `a` VARCHAR(255) UNIQUE, `b` VARCHAR(255) UNIQUE, `extra` DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP)",
            $"CREATE INDEX {name}_partial ON {name} (b) WHERE b IS NOT NULL",
            $"INSERT INTO {name} (a, b) VALUES ('1', '2')"
        );

        await ChangeAsync(
            before,
            Schema(
                $$"""{"name":"{{name}}","timestamps":false,"fields":[{"name":"a","type":"string"},{"name":"b","type":"string","unique":true}]}"""
            )
        );

        var table = await ReadTableAsync(name);
        Assert.Equal(["a", "b", "extra", "id"], table.Columns.Order(StringComparer.Ordinal));
        Assert.Empty(table.UniqueKeysOver(["a"]));
        Assert.Single(table.UniqueKeysOver(["b"]));
        Assert.True(table.AutoIncrements);
        Assert.Contains($"{name}_partial", table.Definitions.Keys);
        Assert.Equal(["1"], await ReadAsync(before[name], "a"));
    }

    [Fact]
    public async Task A_column_with_an_inline_constraint_can_be_dropped()
    {
        var name = NewName();
        var before = Schema(Bare(name, """{"name":"a","type":"string","unique":true},{"name":"b","type":"string"}"""));
        await RunAsync($"CREATE TABLE {name} (a VARCHAR(255) UNIQUE, b VARCHAR(255), UNIQUE (a, b))");

        await ChangeAsync(before, Schema(Bare(name, """{"name":"b","type":"string"}""")));

        Assert.Equal(["b"], (await ReadTableAsync(name)).Columns);
    }

    [Fact]
    public async Task Values_of_existing_databases_are_read()
    {
        var name = NewName();
        var schema = Schema(
            Bare(
                name,
                """{"name":"t","type":"date"},{"name":"d","type":"decimal","precision":10,"scale":2},{"name":"l","type":"datetimeNoTz"},{"name":"j","type":"json"},{"name":"o","type":"dateOnly"}"""
            )
        );
        await RunAsync(
            $"CREATE TABLE {name} (t DATETIME, d DECIMAL(10,2), l DATETIME, j JSON, o DATE)",
            $"INSERT INTO {name} VALUES ('2024-05-06 07:08:09.123 +00:00', '12.50', '2024-05-06 07:08:09.000 +00:00', '5', '2024-05-06')",
            $"INSERT INTO {name} (d) VALUES (123456789012345678901234.0)"
        );

        Assert.Equal(
            [new DateTime(2024, 5, 6, 7, 8, 9, 123, DateTimeKind.Utc), null],
            await ReadAsync(schema[name], "t")
        );
        var decimals = await ReadAsync(schema[name], "d");
        Assert.Equal("12.5", decimals[0]);
        // A number SQLite writes with an exponent; it kept no more than the first digits.
        Assert.Matches("^12345678901234[0-9]{10}$", (string)decimals[1]!);
        Assert.Equal(
            [new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Unspecified), null],
            await ReadAsync(schema[name], "l")
        );
        Assert.Equal(["5", null], await ReadAsync(schema[name], "j"));
        Assert.Equal([new DateOnly(2024, 5, 6), null], await ReadAsync(schema[name], "o"));
    }

    [Fact]
    public async Task Equal_decimals_of_different_spelling_are_duplicates()
    {
        var name = NewName();
        var schema = Schema(Bare(name, """{"name":"d","type":"decimal","unique":true}"""));
        await CreateAsync(schema);
        await InsertAsync(schema[name], ("d", "1.50"));

        var error = await FailAsync(() => InsertAsync(schema[name], ("d", "1.5")), schema);

        Assert.Equal("d already exists", error.Message);
    }
}
