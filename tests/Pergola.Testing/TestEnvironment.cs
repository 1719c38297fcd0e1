using System.Diagnostics.CodeAnalysis;

namespace Pergola.Testing;

/// <summary>The <c>PERGOLA_TEST_*</c> variables: which servers the tests may use, and how thorough they are.</summary>
public static class TestEnvironment
{
    /// <summary>Npgsql connection string of a server on which databases may be created.</summary>
    public const string Postgres = "PERGOLA_TEST_POSTGRES";

    /// <summary>Host and port of a Redis server.</summary>
    public const string Redis = "PERGOLA_TEST_REDIS";

    /// <summary>API address of a running server that the recordings are replayed against, e.g. <c>http://localhost:13000/api</c>.</summary>
    public const string BaseUrl = "PERGOLA_TEST_BASE_URL";

    /// <summary><c>1</c>: property tests and load tests run their stated numbers instead of bounded samples.</summary>
    public const string Full = "PERGOLA_TEST_FULL";

    /// <summary><c>1</c>: snapshots that differ are rewritten.</summary>
    public const string UpdateSnapshots = "PERGOLA_UPDATE_SNAPSHOTS";

    public static bool IsFull => Read(Full) is "1";

    /// <summary>Whether a missing server is a failure instead of a reason to skip (<c>CI=true</c>).</summary>
    public static bool IsComplete => Read("CI") is "true";

    /// <summary>The value, or null when the variable is not set or empty.</summary>
    [SuppressMessage(
        "ApiDesign",
        "RS0030:Do not use banned APIs",
        Justification = "Tests are told where their servers are by variables; EnvironmentMap is for the product's settings."
    )]
    public static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
