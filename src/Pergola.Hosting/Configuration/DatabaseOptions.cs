using Pergola.App.Localization;
using Pergola.Data.Schema;

namespace Pergola.Hosting.Configuration;

/// <summary>Which database, and how its tables are named.</summary>
public sealed class DatabaseOptions
{
    public string Dialect { get; init; } = "sqlite";

    public string Host { get; init; } = "localhost";

    public int Port { get; init; } = 5432;

    public string Name { get; init; } = "postgres";

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Path of the SQLite file; null for the one in the storage folder.</summary>
    public string? Storage { get; init; }

    public string? Schema { get; init; }

    public string TablePrefix { get; init; } = string.Empty;

    public bool Underscored { get; init; }

    public string? Zone { get; init; }

    public string? SystemZone { get; init; }

    public bool LogsStatements { get; init; }

    public int? PoolMax { get; init; }

    public int? PoolMin { get; init; }

    public TimeSpan? PoolIdle { get; init; }

    public TimeSpan? PoolAcquire { get; init; }

    public string? SslMode { get; init; }

    public string? SslAuthority { get; init; }

    public string? SslCertificate { get; init; }

    public string? SslKey { get; init; }

    public bool? SslRejectUnauthorized { get; init; }

    public Naming Naming => new(Underscored, TablePrefix, Dialect == "postgres" ? Schema : null);

    /// <summary>Zone of date-times that carry none.</summary>
    public TimeZoneInfo ServerZone =>
        (Zone ?? SystemZone) is { } text && TimeZoneText.TryParse(text, out var zone) ? zone : TimeZoneInfo.Utc;
}
