using System.Runtime.CompilerServices;
using Pergola.Testing;
using Pergola.Testing.Databases;

namespace Pergola.PluginTests.Apps;

/// <summary>A test that needs PostgreSQL: left out where there is none, unless everything has to be there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresFactAttribute : FactAttribute
{
    public OnPostgresFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = Postgres.Missing;
}

/// <summary>As <see cref="OnPostgresFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresTheoryAttribute : TheoryAttribute
{
    public OnPostgresTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = Postgres.Missing;
}

/// <summary>As <see cref="OnPostgresFactAttribute"/>, for a test that needs Redis as well.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAndRedisFactAttribute : FactAttribute
{
    public OnPostgresAndRedisFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = Postgres.Missing ?? Redis.Missing;
}

file static class Postgres
{
    public static string? Missing => TestEnvironment.IsComplete ? null : TestPostgres.SkipReason;
}

file static class Redis
{
    public static string? Missing =>
        TestEnvironment.IsComplete || TestEnvironment.Read(TestEnvironment.Redis) is not null
            ? null
            : $"{TestEnvironment.Redis} names no Redis server; eng/check starts one.";
}
