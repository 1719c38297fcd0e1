using Npgsql;
using Pergola.Testing.Databases;

namespace Pergola.PluginTests.Apps;

/// <summary>An empty database and an empty storage folder; both outlive the apps that run on them.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Schema = "Garden plot";
    private const string Prefix = "nb_";
    private readonly TestPostgres? _postgres;

    private TestDatabase(Backend backend, TestPostgres? postgres)
    {
        Backend = backend;
        _postgres = postgres;
    }

    public Backend Backend { get; }

    public string Storage { get; } = Directory.CreateTempSubdirectory("pergola-").FullName;

    /// <summary>Connection string of the PostgreSQL database, null for SQLite.</summary>
    public string? ConnectionString => _postgres?.ConnectionString;

    public static async Task<TestDatabase> CreateAsync(Backend backend, CancellationToken cancellationToken) =>
        new(backend, backend == Backend.Sqlite ? null : await TestPostgres.CreateAsync(cancellationToken));

    /// <summary>The variables an app needs to run on it.</summary>
    public Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["STORAGE_PATH"] = Storage };
        if (_postgres is null)
        {
            return variables;
        }

        var connection = new NpgsqlConnectionStringBuilder(_postgres.ConnectionString);
        variables["DB_DIALECT"] = "postgres";
        variables["DB_HOST"] = connection.Host ?? "127.0.0.1";
        variables["DB_PORT"] = $"{connection.Port}";
        variables["DB_DATABASE"] = _postgres.Database;
        variables["DB_USER"] = connection.Username ?? "postgres";
        variables["DB_PASSWORD"] = connection.Password ?? "";
        variables["DB_POOL_MAX"] = "20";
        if (Backend == Backend.PostgreSqlUnderscored)
        {
            variables["DB_UNDERSCORED"] = "true";
        }

        if (Backend == Backend.PostgreSqlInSchema)
        {
            variables["DB_SCHEMA"] = Schema;
            variables["DB_TABLE_PREFIX"] = Prefix;
        }

        return variables;
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Storage, recursive: true);
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
    }
}
