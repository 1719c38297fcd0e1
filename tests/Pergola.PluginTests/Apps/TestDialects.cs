using Microsoft.Extensions.Logging;
using Pergola.Data.Dialects;
using Pergola.Data.PostgreSql;
using Pergola.Data.Sqlite;
using Pergola.Hosting.Apps;
using Pergola.Hosting.Configuration;

namespace Pergola.PluginTests.Apps;

/// <summary>The databases apps under test may run on.</summary>
internal static class TestDialects
{
    public static IReadOnlyList<DialectRegistration> All { get; } =
    [new("postgres", OpenPostgreSqlAsync) { IsShared = true }, new("sqlite", OpenSqliteAsync)];

    private static async Task<Database> OpenPostgreSqlAsync(
        ServerSettings settings,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    ) =>
        await PostgreSqlDatabase.OpenAsync(
            new PostgreSqlOptions
            {
                Host = settings.Database.Host,
                Port = settings.Database.Port,
                Database = settings.Database.Name,
                User = settings.Database.User,
                Password = settings.Database.Password,
                Schema = settings.Database.Schema,
                PoolMax = settings.Database.PoolMax,
            },
            cancellationToken
        );

    private static async Task<Database> OpenSqliteAsync(
        ServerSettings settings,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    ) =>
        await SqliteDatabase.OpenAsync(
            new SqliteOptions { Path = Path.Combine(settings.StoragePath, "test.db") },
            cancellationToken
        );
}
