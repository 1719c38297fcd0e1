using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Pergola.Testing.Databases;

namespace Pergola.Plugins.Collections.Tests;

/// <summary>A start on a database that a NocoBase made and used.</summary>
public sealed partial class AdoptionTests
{
    public static TheoryData<Backend, string> Installations { get; } =
        new()
        {
            { Backend.PostgreSql, "nocobase-2.2.15-shop.sql.gz" },
            { Backend.PostgreSqlUnderscored, "nocobase-2.2.15-shop-underscored.sql.gz" },
        };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [OnPostgresTheory]
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
            await RemoveDepartmentsAsync(database.ConnectionString!, backend == Backend.PostgreSqlUnderscored);
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
                            || table is "graphPositions" or "graph_positions"
                            || table is "departments" or "main_departments_path"
                            || table is "departmentsUsers" or "departments_users"
                            || table is "departmentsRoles" or "departments_roles"
                            || table is "localizationTexts" or "localization_texts"
                            || table is "localizationTranslations" or "localization_translations",
                        table
                    )
            );
        }
    }

    [OnPostgresTheory]
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

    [OnPostgresTheory]
    [MemberData(nameof(Installations))]
    public async Task Departments_that_were_there_are_kept_and_count(Backend backend, string dump)
    {
        await using var database = await TestDatabase.CreateAsync(backend, Cancelled);
        await DatabaseDump.RestoreAsync(dump, database.ConnectionString!, Cancelled);
        await RunAsync(
            database.ConnectionString!,
            backend == Backend.PostgreSqlUnderscored,
            """
            CREATE TABLE "departments" ("id" bigint PRIMARY KEY, "createdAt" timestamptz NOT NULL,
                "updatedAt" timestamptz NOT NULL, "title" varchar(255), "parentId" bigint, "isLeaf" boolean, "sort" bigint,
                "createdById" bigint, "updatedById" bigint);
            CREATE TABLE "departmentsUsers" ("departmentId" bigint, "userId" bigint, "isOwner" boolean NOT NULL DEFAULT false,
                "isMain" boolean NOT NULL DEFAULT false, "createdAt" timestamptz NOT NULL, "updatedAt" timestamptz NOT NULL,
                PRIMARY KEY ("departmentId", "userId"));
            CREATE TABLE "departmentsRoles" ("departmentId" bigint, "roleName" varchar(255), "createdAt" timestamptz NOT NULL,
                "updatedAt" timestamptz NOT NULL, PRIMARY KEY ("departmentId", "roleName"));
            ALTER TABLE "users" ADD "mainDepartmentId" bigint;
            INSERT INTO "departments" VALUES (380000000000001, now(), now(), 'Sales', NULL, true, 1, 1, 1);
            INSERT INTO "departmentsUsers" SELECT 380000000000001, "id", true, false, now(), now() FROM "users"
                WHERE "username" = 'sara';
            INSERT INTO "departmentsRoles" VALUES (380000000000001, 'admin', now(), now());
            UPDATE "users" SET "mainDepartmentId" = 380000000000001 WHERE "username" = 'sara';
            """
        );
        await using var app = await AppUnderTest.StartAsync(database);
        var sara = await app.SignInAsync("sara", "Sara!2026");
        var (_, answer) = await app.SendAsync("GET", "auth:check", null, sara);
        var user = answer.GetProperty("data");
        Assert.Equal(380000000000001, user.GetProperty("mainDepartmentId").GetInt64());
        var department = Assert.Single(user.GetProperty("departments").EnumerateArray().ToList());
        Assert.Equal("Sales", department.GetProperty("title").GetString());
        Assert.Contains(user.GetProperty("roles").EnumerateArray(), r => r.GetProperty("name").GetString() == "admin");
        var root = await app.SignInAsync("nocobase", "admin123");
        var (status, _) = await app.SendAsync(
            "POST",
            "departments:create",
            new { title = "North", parentId = 380000000000001 },
            root
        );
        Assert.Equal(200, status);
        var (_, tree) = await app.SendAsync("GET", "departments:list?tree=true", null, root);
        Assert.Equal(1, tree.GetProperty("data")[0].GetProperty("children").GetArrayLength());
        Assert.False(tree.GetProperty("data")[0].GetProperty("isLeaf").GetBoolean());
    }

    /// <summary>Takes away what departments add to tables that were there.</summary>
    private static Task RemoveDepartmentsAsync(string connectionString, bool underscored) =>
        RunAsync(
            connectionString,
            underscored,
            """
            DELETE FROM "collections" WHERE "name" = 'departments';
            DELETE FROM "fields" WHERE "collectionName" = 'departments' OR "collectionName" IN ('users', 'roles')
                AND "name" IN ('departments', 'mainDepartment', 'mainDepartmentId');
            ALTER TABLE "users" DROP COLUMN "mainDepartmentId";
            """
        );

    private static async Task RunAsync(string connectionString, bool underscored, string sql)
    {
        var names = underscored
            ? QuotedName().Replace(sql, name => Capital().Replace(name.Value, c => "_" + c.Value.ToLowerInvariant()))
            : sql;
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }
        );
        await using var command = source.CreateCommand(names);
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    [GeneratedRegex("\"[A-Za-z]+\"")]
    private static partial Regex QuotedName();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();

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
                        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
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
