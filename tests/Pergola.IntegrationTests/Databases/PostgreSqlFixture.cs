using Npgsql;
using Pergola.Data.Dialects;
using Pergola.Data.PostgreSql;

namespace Pergola.IntegrationTests.Databases;

public sealed class PostgreSqlFixture : DatabaseFixture
{
    private readonly string _name = "pergola_test_" + Guid.NewGuid().ToString("N");

    public override string? Missing =>
        Backends.Postgres is null ? $"{Backends.PostgresVariable} names no PostgreSQL server" : null;

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(Backends.Postgres) { Database = _name }.ConnectionString;

    protected override async Task<Database> CreateAsync(CancellationToken cancellationToken)
    {
        // Code point order, as SQLite sorts.
        await RunAsync(
            $"CREATE DATABASE {_name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'",
            cancellationToken
        );
        var options = new PostgreSqlOptions { ConnectionString = ConnectionString, PoolMax = 20 };
        return await PostgreSqlDatabase.OpenAsync(options, cancellationToken);
    }

    protected override Task DropAsync() =>
        RunAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", CancellationToken.None);

    private static async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(Backends.Postgres) { Pooling = false }
        );
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
