using Npgsql;

namespace Pergola.Benchmarks;

/// <summary>Where the parts of a run are and how long it takes.</summary>
internal sealed record BenchmarkSettings
{
    public required NpgsqlConnectionStringBuilder Postgres { get; init; }

    /// <summary>Path of the published server.</summary>
    public required string Server { get; init; }

    public required string PgBench { get; init; }

    public int Rows { get; init; }

    public int Rounds { get; init; }

    public int Seconds { get; init; }

    public int Connections { get; init; }

    public static BenchmarkSettings Read()
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        return new BenchmarkSettings
        {
            Postgres = new NpgsqlConnectionStringBuilder(
                settings["PERGOLA_TEST_POSTGRES"]
                    ?? throw new InvalidOperationException("PERGOLA_TEST_POSTGRES names no PostgreSQL server.")
            ),
            Server =
                settings["PERGOLA_BENCH_SERVER"]
                ?? throw new InvalidOperationException("PERGOLA_BENCH_SERVER names no published server."),
            PgBench = settings["PERGOLA_BENCH_PGBENCH"] ?? "pgbench",
            Rows = settings.GetValue("PERGOLA_BENCH_ROWS", 100_000),
            Rounds = settings.GetValue("PERGOLA_BENCH_ROUNDS", 5),
            Seconds = settings.GetValue("PERGOLA_BENCH_SECONDS", 4),
            Connections = settings.GetValue("PERGOLA_BENCH_CONNECTIONS", 16),
        };
    }
}
