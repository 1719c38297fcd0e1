using Npgsql;

namespace Pergola.Testing.Databases;

/// <summary>An empty PostgreSQL database of its own, made for one test class and dropped with it.</summary>
public sealed class TestPostgres : IAsyncDisposable
{
    private readonly string _server;

    private TestPostgres(string server, string database)
    {
        _server = server;
        Database = database;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
    }

    /// <summary>Why no database can be made here, or null when one can.</summary>
    public static string? SkipReason =>
        TestEnvironment.Read(TestEnvironment.Postgres) is null
            ? $"{TestEnvironment.Postgres} names no PostgreSQL server; eng/check starts one."
            : null;

    public string Database { get; }

    public string ConnectionString { get; }

    public static async Task<TestPostgres> CreateAsync(CancellationToken cancellationToken = default)
    {
        var server = TestEnvironment.Read(TestEnvironment.Postgres) ?? throw new InvalidOperationException(SkipReason);
        var created = new TestPostgres(server, $"pergola_test_{Guid.NewGuid():N}");
        // C.UTF-8 sorts by code point, as SQLite does, so that one expected order serves both.
        await created.ExecuteAsync(
            $"""
            CREATE DATABASE "{created.Database}" TEMPLATE template0
                ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'
            """,
            cancellationToken
        );
        return created;
    }

    public async ValueTask DisposeAsync() =>
        await ExecuteAsync($"""DROP DATABASE IF EXISTS "{Database}" WITH (FORCE)""", CancellationToken.None);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        // Without a pool, so that no idle connection of a finished class counts against the server's limit.
        var settings = new NpgsqlConnectionStringBuilder(_server) { Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
