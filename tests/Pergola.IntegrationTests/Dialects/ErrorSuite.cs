using System.Data.Common;
using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Dialects;

/// <summary>Refusals of the database in the words of the product.</summary>
public abstract class ErrorSuite(DatabaseFixture fixture) : DatabaseSuite(fixture)
{
    [Fact]
    public async Task A_duplicate_names_its_field()
    {
        var name = NewName();
        var schema = Schema(
            Bare(name, """{"name":"mail","type":"string","unique":true,"uiSchema":{"title":"E-mail"}}""")
        );
        await CreateAsync(schema);
        await InsertAsync(schema[name], ("mail", "a"));

        var error = Assert.IsType<ConstraintException>(
            await FailAsync(schema, () => InsertAsync(schema[name], ("mail", "a")))
        );

        Assert.Equal("E-mail already exists", error.Message);
        Assert.Equal("{field} already exists", error.Template);
        Assert.Equal("mail", error.Field);
    }

    [Fact]
    public async Task A_duplicate_of_several_columns_names_each()
    {
        var name = NewName();
        var schema = Schema(
            Bare(
                name,
                """{"name":"a","type":"string"},{"name":"b","type":"string"}""",
                ""","indexes":[{"fields":["a","b"],"unique":true}]"""
            )
        );
        await CreateAsync(schema);
        await InsertAsync(schema[name], ("a", "1"), ("b", "2"));

        var error = Assert.IsType<ConstraintException>(
            await FailAsync(schema, () => InsertAsync(schema[name], ("a", "1"), ("b", "2")))
        );

        Assert.Equal(["a", "b"], error.Violations.Select(v => v.Field));
    }

    [Fact]
    public async Task A_duplicate_key_names_the_key()
    {
        var name = NewName();
        var schema = Schema(Bare(name, """{"name":"code","type":"string","primaryKey":true}"""));
        await CreateAsync(schema);
        await InsertAsync(schema[name], ("code", "x"));

        var error = await FailAsync(schema, () => InsertAsync(schema[name], ("code", "x")));

        Assert.Equal("code already exists", error.Message);
    }

    [Fact]
    public async Task A_constraint_the_snapshot_does_not_know_is_looked_up()
    {
        var name = NewName();
        var schema = Schema(Bare(name, """{"name":"a","type":"string"}"""));
        await CreateAsync(schema);
        await RunAsync($"CREATE UNIQUE INDEX \"{name}_foreign\" ON \"{name}\" (\"a\")");
        await InsertAsync(schema[name], ("a", "x"));

        var error = await FailAsync(schema, () => InsertAsync(schema[name], ("a", "x")));

        Assert.Equal("a already exists", error.Message);
        Assert.Equal(["a"], await Database.FindConstraintColumnsAsync(name, $"{name}_foreign", Cancelled));
    }

    [Fact]
    public async Task A_required_field_names_itself()
    {
        var name = NewName();
        var schema = Schema(
            Bare(name, """{"name":"a","type":"string"},{"name":"b","type":"string","allowNull":false}""")
        );
        await CreateAsync(schema);

        var error = await FailAsync(schema, () => InsertAsync(schema[name], ("a", "x")));

        Assert.IsType<ConstraintException>(error);
        Assert.Equal("b cannot be null", error.Message);
        Assert.Equal("b", error.Field);
    }

    [Fact]
    public async Task A_table_or_column_that_is_gone_is_a_conflict()
    {
        var name = NewName();
        var schema = Schema(Bare(name, """{"name":"a","type":"string"}"""));
        Assert.IsType<ConflictException>(await FailAsync(schema, () => ReadAsync(schema[name], "a")));

        await CreateAsync(Schema(Bare(name, """{"name":"b","type":"string"}""")));
        // A quoted name that is no column would be text in SQLite; a qualified one is not.
        Assert.IsType<ConflictException>(
            await FailAsync(schema, () => RunAsync($"SELECT \"{name}\".\"a\" FROM \"{name}\""))
        );
        Assert.IsType<ConflictException>(await FailAsync(schema, () => InsertAsync(schema[name], ("a", "x"))));
    }

    [Fact]
    public async Task A_bug_of_ours_stays_what_it_is()
    {
        var exception = await Assert.ThrowsAnyAsync<DbException>(() => RunAsync("SELEKT 1"));

        Assert.Null(await new ErrorTranslator(Database).TranslateAsync(exception, Schema(), Cancelled));
    }

    protected async Task<PergolaException> FailAsync(SchemaSnapshot schema, Func<Task> action)
    {
        var exception = await Assert.ThrowsAnyAsync<DbException>(action);
        var error = await new ErrorTranslator(Database).TranslateAsync(exception, schema, Cancelled);
        Assert.NotNull(error);
        Assert.Same(exception, error.InnerException);
        return error;
    }
}

public sealed class PostgreSqlErrorTests(PostgreSqlFixture fixture)
    : ErrorSuite(fixture),
        IClassFixture<PostgreSqlFixture>
{
    [Fact]
    public async Task Values_that_do_not_fit_are_refused()
    {
        var name = NewName();
        var schema = Schema(
            Bare(
                name,
                """{"name":"s","type":"string","length":3},{"name":"d","type":"decimal","precision":4,"scale":2},{"name":"j","type":"jsonb"}"""
            )
        );
        await CreateAsync(schema);

        Assert.IsType<ValidationException>(await FailAsync(schema, () => InsertAsync(schema[name], ("s", "long"))));
        Assert.IsType<ValidationException>(await FailAsync(schema, () => InsertAsync(schema[name], ("s", "\0"))));
        Assert.IsType<ValidationException>(await FailAsync(schema, () => InsertAsync(schema[name], ("d", "123.4"))));
        Assert.IsType<ValidationException>(await FailAsync(schema, () => InsertAsync(schema[name], ("d", "abc"))));
        Assert.IsType<ValidationException>(
            await FailAsync(schema, () => InsertAsync(schema[name], ("j", "\"\\u0000\"")))
        );
    }

    [Fact]
    public async Task A_deadlock_is_a_conflict()
    {
        var name = NewName();
        var schema = Schema(
            Bare(name, """{"name":"id","type":"integer","primaryKey":true},{"name":"n","type":"integer"}""")
        );
        await CreateAsync(schema);
        await InsertAsync(schema[name], ("id", 1), ("n", 0));
        await InsertAsync(schema[name], ("id", 2), ("n", 0));
        await using var first = await Database.BeginAsync(Cancelled);
        await using var second = await Database.BeginAsync(Cancelled);
        await UpdateAsync(first, 1);
        await UpdateAsync(second, 2);

        var exception = await Assert.ThrowsAnyAsync<DbException>(() =>
            Task.WhenAll(UpdateAsync(first, 2), UpdateAsync(second, 1))
        );

        Assert.Equal(FaultKind.Conflict, Dialect.Errors.Classify(exception)?.Kind);

        async Task UpdateAsync(WriteTransaction transaction, int id)
        {
            await using var command = transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction;
            command.CommandText = $"UPDATE {name} SET n = n + 1 WHERE id = {id}";
            await command.ExecuteNonQueryAsync(Cancelled);
        }
    }

    [Fact]
    public async Task A_prepared_statement_survives_a_change_of_its_column()
    {
        var name = NewName();
        var schema = Schema(Bare(name, """{"name":"a","type":"string"}"""));
        await CreateAsync(schema);
        for (var round = 0; round < 5; round++)
        {
            await ReadAsync(schema[name], "a");
        }

        await RunAsync($"ALTER TABLE {name} DROP COLUMN a", $"ALTER TABLE {name} ADD COLUMN a integer");

        Database.ForgetStatements();

        var numbers = Schema(Bare(name, """{"name":"a","type":"integer"}"""));
        Assert.Empty(await ReadAsync(numbers[name], "a"));
    }

    [Fact]
    public async Task A_connection_the_server_ended_is_unavailable()
    {
        await using var connection = await Database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_terminate_backend(pg_backend_pid())";

        var exception = await Assert.ThrowsAnyAsync<DbException>(() => command.ExecuteNonQueryAsync(Cancelled));

        Assert.Equal(FaultKind.Unavailable, Dialect.Errors.Classify(exception)?.Kind);
    }
}

public sealed class SqliteErrorTests(SqliteFixture fixture) : ErrorSuite(fixture), IClassFixture<SqliteFixture>
{
    [Theory]
    [InlineData("{")]
    [InlineData("[\"\\ud800\"]")]
    public async Task Text_that_is_no_document_is_refused(string document)
    {
        var name = NewName();
        var schema = Schema(Bare(name, """{"name":"j","type":"json"}"""));
        await CreateAsync(schema);
        await InsertAsync(schema[name], ("j", document));
        var column = Column(schema[name], "j");

        var error = await FailAsync(
            schema,
            () =>
                ReadAsync(
                    schema[name],
                    "j",
                    s => Dialect.Json.Contains(s, column.ColumnType, column.QuotedColumn, "[\"a\"]")
                )
        );

        Assert.IsType<ValidationException>(error);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_unavailable()
    {
        var path = fixture.FilePath + ".txt";
        await File.WriteAllTextAsync(path, new string('x', 5000), Cancelled);

        await Assert.ThrowsAsync<UnavailableException>(() =>
            Data.Sqlite.SqliteDatabase.OpenAsync(new Data.Sqlite.SqliteOptions { Path = path }, Cancelled)
        );
    }

    [Fact]
    public async Task A_writer_of_another_process_is_a_conflict()
    {
        var options = new Data.Sqlite.SqliteOptions
        {
            Path = fixture.FilePath,
            BusyTimeout = TimeSpan.FromMilliseconds(50),
        };
        await using var mine = await Database.BeginAsync(Cancelled);

        // Only the second database waits: it has a queue of its own, as another process would.
        var error = await Assert.ThrowsAnyAsync<UnavailableException>(() =>
            Data.Sqlite.SqliteDatabase.OpenAsync(options, Cancelled)
        );

        var busy = Assert.IsAssignableFrom<DbException>(error.InnerException);
        Assert.Equal(FaultKind.Conflict, Dialect.Errors.Classify(busy)?.Kind);
    }
}
