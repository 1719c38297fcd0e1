using Npgsql;
using Pergola.Data.Ddl;
using Pergola.Data.Dialects;
using Pergola.Data.PostgreSql;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Ddl;

public sealed class PostgreSqlDdlTests(PostgreSqlFixture fixture) : DdlSuite(fixture), IClassFixture<PostgreSqlFixture>
{
    [Fact]
    public async Task An_index_whose_build_failed_is_built_again()
    {
        var name = NewName();
        var schema = Schema(Bare(name, """{"name":"a","type":"integer"}"""));
        var wanted = Schema(Bare(name, """{"name":"a","type":"integer","index":true}"""));
        await CreateAsync(schema);
        await CreateAsync(wanted);
        await RunAsync($"UPDATE pg_index SET indisvalid = false WHERE indexrelid = '{name}_a'::regclass");
        Assert.Contains($"{name}_a", (await ReadTableAsync(name)).InvalidIndexes.AsEnumerable());

        await CreateAsync(wanted);

        var table = await ReadTableAsync(name);
        Assert.Empty(table.InvalidIndexes);
        Assert.Equal(["a"], table.Indexes[$"{name}_a"]);
    }

    [Fact]
    public async Task An_index_that_cannot_be_built_is_reported()
    {
        var name = NewName();
        var schema = Schema(Bare(name, """{"name":"a","type":"integer","index":true}"""));
        var build = new IndexBuild(schema[name].Table, schema[name].Indexes[0]);

        var failure = Assert.Single(await Executor().BuildIndexesAsync(new DdlPlan([], [build]), Cancelled));

        Assert.Equal(build, failure.Build);
    }

    [Fact]
    public async Task A_unique_key_of_another_name_is_dropped_too()
    {
        var name = NewName();
        var before = Schema(Bare(name, """{"name":"a","type":"string","unique":true}"""));
        await RunAsync(
            $"CREATE TABLE {name} (a varchar(255))",
            $"ALTER TABLE {name} ADD CONSTRAINT {name}_a_uk UNIQUE (a)"
        );

        await ChangeAsync(before, Schema(Bare(name, """{"name":"a","type":"string"}""")));

        Assert.Empty((await ReadTableAsync(name)).UniqueKeys);
    }

    [Fact]
    public async Task Types_are_those_of_existing_databases()
    {
        var name = NewName();
        await CreateAsync(
            Schema(
                $$"""
                {"name":"{{name}}","fields":[{"name":"s","type":"string"},{"name":"l","type":"string","length":10},
                {"name":"t","type":"text"},{"name":"i","type":"integer"},{"name":"f","type":"float"},{"name":"r","type":"real"},
                {"name":"d","type":"decimal","precision":10,"scale":2},{"name":"b","type":"boolean"},{"name":"j","type":"json"},
                {"name":"jb","type":"jsonb"},{"name":"u","type":"uuid"},{"name":"x","type":"blob"},{"name":"n","type":"datetimeNoTz"},
                {"name":"o","type":"dateOnly"},{"name":"h","type":"time"}]}
                """
            )
        );

        var types = await ReadAsync(
            new(
                $"SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attname COLLATE \"C\") FROM pg_attribute WHERE attrelid = '{name}'::regclass AND attnum > 0",
                []
            ),
            Data.Fields.ColumnKind.Text
        );

        Assert.Equal(
            [
                "b boolean, createdAt timestamp with time zone, d numeric(10,2), f double precision, h time without time zone, i integer, id bigint, j json, jb jsonb, l character varying(10), n timestamp without time zone, o date, r real, s character varying(255), t text, u uuid, updatedAt timestamp with time zone, x bytea",
            ],
            types
        );
        var sequence = await ReadAsync(
            new($"SELECT pg_get_serial_sequence('{name}', 'id')", []),
            Data.Fields.ColumnKind.Text
        );
        Assert.Equal([$"public.{name}_id_seq"], sequence);
    }

    [Fact]
    public async Task A_schema_is_created_and_used()
    {
        var options = new PostgreSqlOptions
        {
            ConnectionString = fixture.ConnectionString,
            Schema = "My App",
            PoolMax = 2,
        };
        await using (await PostgreSqlDatabase.OpenAsync(options, Cancelled)) { }

        await using var database = await PostgreSqlDatabase.OpenAsync(options, Cancelled);
        await using var transaction = await database.BeginAsync(Cancelled);
        var snapshot = Schema(Bare("inside", """{"name":"a","type":"string","unique":true}"""));
        var executor = new DdlExecutor(database, new ErrorTranslator(database));
        var plan = await executor.PlanMissingAsync(transaction, snapshot, Cancelled);
        await executor.ExecuteAsync(transaction, plan, snapshot, Cancelled);
        await transaction.CommitAsync(Cancelled);

        Assert.Equal(["a"], await database.FindConstraintColumnsAsync("inside", "inside_a_key", Cancelled));
        Assert.False(await TableExistsAsync("inside"));
    }

    [Fact]
    public async Task An_unreachable_server_is_unavailable()
    {
        var port = new NpgsqlConnectionStringBuilder(fixture.ConnectionString) { Port = 1 };

        var exception = await Assert.ThrowsAsync<Core.Errors.UnavailableException>(() =>
            PostgreSqlDatabase.OpenAsync(new PostgreSqlOptions { ConnectionString = port.ConnectionString }, Cancelled)
        );

        Assert.Equal("The database cannot be reached", exception.Message);
    }
}
