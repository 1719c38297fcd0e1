using Pergola.Data.Dialects;
using Pergola.Data.PostgreSql;
using Pergola.Data.Sqlite;
using Pergola.Hosting.Apps;
using Pergola.Hosting.Configuration;
using Pergola.Hosting.Logging;

namespace Pergola.Server.Composition;

/// <summary>The databases that come with the product.</summary>
internal static class Dialects
{
    public const string PostgreSqlName = "postgres";

    public static IReadOnlyList<DialectRegistration> All { get; } =
    [new(PostgreSqlName, OpenPostgreSqlAsync) { IsShared = true }, new("sqlite", OpenSqliteAsync)];

    /// <summary>How to reach the PostgreSQL database of the settings.</summary>
    public static PostgreSqlOptions PostgreSql(ServerSettings settings, ILoggerFactory loggers)
    {
        var options = settings.Database;
        var hasTls =
            options.SslMode is not null
            || options.SslAuthority is not null
            || options.SslCertificate is not null
            || options.SslRejectUnauthorized is not null;
        return new PostgreSqlOptions
        {
            Host = options.Host,
            Port = options.Port,
            Database = options.Name,
            User = options.User,
            Password = options.Password,
            Schema = options.Schema,
            PoolMax = options.PoolMax,
            PoolMin = options.PoolMin,
            PoolIdle = options.PoolIdle,
            PoolAcquire = options.PoolAcquire,
            Loggers = options.LogsStatements ? loggers : null,
            Tls = hasTls
                ? new PostgreSqlTls
                {
                    Mode = options.SslMode,
                    Authority = options.SslAuthority,
                    Certificate = options.SslCertificate,
                    Key = options.SslKey,
                    RejectUnauthorized = options.SslRejectUnauthorized,
                }
                : null,
        };
    }

    private static async Task<Database> OpenPostgreSqlAsync(
        ServerSettings settings,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    ) => await PostgreSqlDatabase.OpenAsync(PostgreSql(settings, loggers), cancellationToken);

    private static async Task<Database> OpenSqliteAsync(
        ServerSettings settings,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    ) =>
        await SqliteDatabase.OpenAsync(
            new SqliteOptions
            {
                Path = settings.Database.Storage ?? Path.Combine(settings.StoragePath, "pergola.db"),
                OnStatement = settings.Database.LogsStatements ? StatementLog.To(loggers) : null,
            },
            cancellationToken
        );
}
