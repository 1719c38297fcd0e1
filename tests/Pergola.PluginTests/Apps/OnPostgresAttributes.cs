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

file static class Postgres
{
    public static string? Missing => TestEnvironment.IsComplete ? null : TestPostgres.SkipReason;
}
