using Microsoft.Extensions.Logging;

namespace Pergola.Data.PostgreSql;

/// <summary>How to reach a PostgreSQL database. A ready connection string replaces host, port, names and password.</summary>
public sealed record PostgreSqlOptions
{
    public string? ConnectionString { get; init; }

    public string Host { get; init; } = "localhost";

    public int Port { get; init; } = 5432;

    public string Database { get; init; } = "postgres";

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Schema of all tables, created when missing; null for the default of the database.</summary>
    public string? Schema { get; init; }

    public int? PoolMax { get; init; }

    public int? PoolMin { get; init; }

    /// <summary>How long a connection above the minimum stays idle before it is closed.</summary>
    public TimeSpan? PoolIdle { get; init; }

    /// <summary>How long a request waits for a connection.</summary>
    public TimeSpan? PoolAcquire { get; init; }

    public PostgreSqlTls? Tls { get; init; }

    /// <summary>Where the driver logs statements, without the values of their parameters; null for nowhere.</summary>
    public ILoggerFactory? Loggers { get; init; }
}

/// <summary>Encryption of the connection. Certificates and key are PEM text or paths of PEM files.</summary>
public sealed record PostgreSqlTls
{
    /// <summary>A libpq mode: <c>disable</c>, <c>allow</c>, <c>prefer</c>, <c>require</c>, <c>verify-ca</c>, <c>verify-full</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Authority the server's certificate must come from.</summary>
    public string? Authority { get; init; }

    /// <summary>Certificate of the client.</summary>
    public string? Certificate { get; init; }

    /// <summary>Key of the client's certificate.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a server certificate that cannot be verified ends the connection.</summary>
    public bool? RejectUnauthorized { get; init; }
}
