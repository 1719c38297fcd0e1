using System.Security.Cryptography.X509Certificates;
using Npgsql;

namespace Pergola.Data.PostgreSql;

/// <summary>Turns options into the driver's pool.</summary>
internal static class PostgreSqlPool
{
    public static NpgsqlDataSource Create(PostgreSqlOptions options)
    {
        var source = new NpgsqlDataSourceBuilder(ConnectionString(options).ConnectionString);
        if (options.Tls is { } tls)
        {
            AddCertificates(source, tls);
        }

        if (options.Loggers is not null)
        {
            source.UseLoggerFactory(options.Loggers);
        }

        return source.Build();
    }

    private static NpgsqlConnectionStringBuilder ConnectionString(PostgreSqlOptions options)
    {
        var builder = options.ConnectionString is { } given
            ? new NpgsqlConnectionStringBuilder(given)
            : new NpgsqlConnectionStringBuilder
            {
                Host = options.Host,
                Port = options.Port,
                Database = options.Database,
                Username = options.User,
                Password = options.Password,
            };
        builder.ApplicationName ??= "pergola";
        builder.Timezone = "UTC";
        builder.SearchPath = options.Schema is { } schema ? Dialects.Quoting.Identifier(schema) : builder.SearchPath;
        // The same few statements serve every request; sessions keep no state that a reset would have to clear.
        builder.MaxAutoPrepare = 200;
        builder.AutoPrepareMinUsages = 2;
        builder.NoResetOnClose = true;
        builder.Enlist = false;
        builder.MaxPoolSize = options.PoolMax ?? builder.MaxPoolSize;
        builder.MinPoolSize = Math.Min(options.PoolMin ?? builder.MinPoolSize, builder.MaxPoolSize);
        if (options.PoolIdle is { } idle)
        {
            builder.ConnectionIdleLifetime = Math.Max(1, (int)idle.TotalSeconds);
            builder.ConnectionPruningInterval = Math.Min(
                builder.ConnectionPruningInterval,
                builder.ConnectionIdleLifetime
            );
        }

        if (options.PoolAcquire is { } acquire)
        {
            builder.Timeout = Math.Clamp((int)acquire.TotalSeconds, 1, 1024);
        }

        if (options.Tls is { } tls)
        {
            builder.SslMode = ModeOf(tls);
        }

        return builder;
    }

    private static SslMode ModeOf(PostgreSqlTls tls) =>
        tls.Mode?.ToLowerInvariant() switch
        {
            "disable" => SslMode.Disable,
            "allow" => SslMode.Allow,
            "prefer" => SslMode.Prefer,
            "verify-ca" => SslMode.VerifyCA,
            "verify-full" => SslMode.VerifyFull,
            "require" or null when tls.RejectUnauthorized is true => SslMode.VerifyFull,
            "require" or null => SslMode.Require,
            var other => throw new ArgumentException($"Unknown TLS mode \"{other}\".", nameof(tls)),
        };

    private static void AddCertificates(NpgsqlDataSourceBuilder source, PostgreSqlTls tls)
    {
        if (tls.Authority is { } authority)
        {
            source.UseRootCertificates(Load(authority));
        }

        if (tls.Certificate is { } certificate && tls.Key is { } key)
        {
            var own = X509Certificate2.CreateFromPem(Pem(certificate), Pem(key));
            source.UseSslClientAuthenticationOptionsCallback(tlsOptions => tlsOptions.ClientCertificates = [own]);
        }
    }

    private static X509Certificate2Collection Load(string authority)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(Pem(authority));
        return certificates;
    }

    private static string Pem(string textOrPath) =>
        textOrPath.Contains("-----BEGIN", StringComparison.Ordinal) ? textOrPath : File.ReadAllText(textOrPath);
}
