using System.Diagnostics.CodeAnalysis;

namespace Pergola.IntegrationTests.Databases;

/// <summary>Where the backends of the tests are. The one place that reads the environment.</summary>
internal static class Backends
{
    public const string PostgresVariable = "PERGOLA_TEST_POSTGRES";

    public const string RedisVariable = "PERGOLA_TEST_REDIS";

    public static string? Postgres { get; } = Read(PostgresVariable);

    /// <summary>Host and port.</summary>
    public static string? Redis { get; } = Read(RedisVariable);

    [SuppressMessage(
        "ApiDesign",
        "RS0030:Do not use banned APIs",
        Justification = "Tests have no EnvironmentMap; the runner passes connection strings through the environment."
    )]
    private static string? Read(string name) => Environment.GetEnvironmentVariable(name);
}
