using System.Globalization;
using System.Text.Json;
using Npgsql;
using Pergola.Testing.Databases;

namespace Pergola.Plugins.Collections.Tests;

/// <summary>A start on a database that a NocoBase made and used.</summary>
public sealed class AdoptionTests
{
    public static TheoryData<Backend, string> Installations { get; } =
        new()
        {
            { Backend.PostgreSql, "nocobase-2.2.15-shop.sql.gz" },
            { Backend.PostgreSqlUnderscored, "nocobase-2.2.15-shop-underscored.sql.gz" },
        };

    public static bool HasPostgres => Testing.TestEnvironment.IsComplete || TestPostgres.SkipReason is null;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Skip = "PERGOLA_TEST_POSTGRES names no PostgreSQL server.", SkipUnless = nameof(HasPostgres))]
    [MemberData(nameof(Installations))]
    public async Task A_start_changes_nothing_that_was_there(Backend backend, string dump)
    {
        await using var database = await TestDatabase.CreateAsync(backend, Cancelled);
        await DatabaseDump.RestoreAsync(dump, database.ConnectionString!, Cancelled);
        var before = await DescribeAsync(database.ConnectionString!);
        var indexes = await IndexesAsync(database.ConnectionString!);
        for (var start = 0; start < 2; start++)
        {
            await using var app = await AppUnderTest.StartAsync(database);
            var after = await DescribeAsync(database.ConnectionString!);
            Assert.All(
                before,
                table => Assert.Equal($"{table.Key}: {table.Value}", $"{table.Key}: {after[table.Key]}")
            );

            // Keys of relations get the index they lack; none goes.
            Assert.Empty(indexes.Except(await IndexesAsync(database.ConnectionString!)));
            Assert.All(
                after.Keys.Except(before.Keys),
                table =>
                    Assert.True(
                        table.StartsWith("pergola_", StringComparison.Ordinal)
                            || table is "graphPositions" or "graph_positions",
                        table
                    )
            );
        }
    }

    [Theory(Skip = "PERGOLA_TEST_POSTGRES names no PostgreSQL server.", SkipUnless = nameof(HasPostgres))]
    [MemberData(nameof(Installations))]
    public async Task Its_records_are_read_and_written(Backend backend, string dump)
    {
        await using var database = await TestDatabase.CreateAsync(backend, Cancelled);
        await DatabaseDump.RestoreAsync(dump, database.ConnectionString!, Cancelled);
        await using var app = await AppUnderTest.StartAsync(database);
        await app.SignInAsync("nocobase", "admin123");
        await app.SignInAsync("sara", "Sara!2026");
        var designer = await Designer.OnAsync(app);

        var products = await designer.GetAsync("products:list?appends=categories&sort=sku&pageSize=100");
        Assert.Equal(60, products.GetArrayLength());
        Assert.Contains(
            products.EnumerateArray(),
            p =>
                p.GetProperty("categories")
                    .EnumerateArray()
                    .Any(c => c.GetProperty("name").GetString() is { Length: > 0 })
        );
        var orders = await designer.GetAsync("orders:list?appends=customer,lines,createdBy&sort=number&pageSize=100");
        Assert.Equal(32, orders.GetArrayLength());
        var first = orders[0];
        Assert.Equal("SO-00001", first.GetProperty("number").GetString());
        Assert.Equal(JsonValueKind.Object, first.GetProperty("customer").ValueKind);
        Assert.Equal(12, orders.EnumerateArray().Count(o => CreatedBy(o) == "sara"));
        Assert.Equal(6, (await designer.GetAsync("categories:list")).GetArrayLength());
        Assert.Equal(25, (await designer.GetAsync("customers:list?paginate=false")).GetArrayLength());

        var order = await designer.DoAsync(
            "orders:create",
            $$"""{"customer":{{first.GetProperty("customer").GetProperty("id")}} }"""
        );
        Assert.Equal("SO-00033", order.GetProperty("number").GetString());
        await designer.AddFieldAsync("products", """{"name":"shelfMark","type":"string","unique":true}""");
        await designer.DoAsync(
            $"products:update?filterByTk={products[0].GetProperty("id")}",
            """{"shelfMark":"A-1"}"""
        );
        var marked = await designer.GetAsync("products:list?filter[shelfMark]=A-1");
        Assert.Equal(products[0].GetProperty("sku").GetString(), marked[0].GetProperty("sku").GetString());
    }

    private static string? CreatedBy(JsonElement order) =>
        order.GetProperty("createdBy") is { ValueKind: JsonValueKind.Object } user
            ? user.GetProperty("username").GetString()
            : null;

    /// <summary>Columns and content of every table.</summary>
    private static async Task<SortedDictionary<string, string>> DescribeAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }
        );
        var tables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var (table, shape) in await ReadAsync(
                source,
                """
                SELECT c.relname,
                    (SELECT string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                            pg_get_expr(d.adbin, d.adrelid)), ', ' ORDER BY a.attnum)
                        FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                        WHERE a.attrelid = c.oid AND a.attnum > 0)
                FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                """
            )
        )
        {
            var quoted = "\"" + table + "\"";
            var rows = await ReadAsync(
                source,
                $"SELECT count(*)::text, md5(coalesce(string_agg(t::text, ';' ORDER BY t::text), '')) FROM {quoted} t"
            );
            tables[table] = string.Create(CultureInfo.InvariantCulture, $"{shape} {rows[0].Item1} {rows[0].Item2}");
        }

        return tables;
    }

    private static async Task<List<(string, string)>> IndexesAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }
        );
        return await ReadAsync(
            source,
            """
            SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
            """
        );
    }

    private static async Task<List<(string, string)>> ReadAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancelled);
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync(Cancelled))
        {
            rows.Add((reader.GetString(0), reader.IsDBNull(1) ? "" : reader.GetString(1)));
        }

        return rows;
    }
}
