using System.Reflection;
using Pergola.Testing;
using Pergola.Testing.Databases;
using Xunit.Sdk;
using Xunit.v3;

namespace Pergola.PluginTests.Apps;

/// <summary>
/// Runs a theory once per <see cref="Backend"/>. Without a PostgreSQL server its rows are skipped, but not where everything
/// has to run (<c>CI=true</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEveryDatabaseAttribute : DataAttribute
{
    /// <summary>Leaves out the namings; for what does not touch tables.</summary>
    public bool PlainOnly { get; init; }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    )
    {
        var backends = PlainOnly ? [Backend.Sqlite, Backend.PostgreSql] : Enum.GetValues<Backend>();
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. backends.Select(Row)]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    private static TheoryDataRow<Backend> Row(Backend backend) =>
        new(backend)
        {
            Skip = backend == Backend.Sqlite || TestEnvironment.IsComplete ? null : TestPostgres.SkipReason,
        };
}
