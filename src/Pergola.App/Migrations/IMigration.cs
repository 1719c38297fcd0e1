using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.App.Migrations;

/// <summary>
/// Brings data of an earlier version of a plugin into its present form. Runs once per app, in one transaction under the lock of
/// the database, before the new version serves; where a plugin is installed for the first time there is nothing to bring along.
/// The class is called <c>M20260901_AddExpiry</c>: migrations run in the order of their names. While one runs, the version
/// before still serves, and must get along with what it leaves.
/// </summary>
[ExtensionPoint]
public interface IMigration
{
    /// <summary>When it runs.</summary>
    MigrationStage Stage => MigrationStage.AfterSync;

    Task RunAsync(MigrationContext context, CancellationToken cancellationToken);
}

/// <summary>The moments of a start at which migrations run.</summary>
public enum MigrationStage
{
    /// <summary>Before tables are given what the new version needs.</summary>
    BeforeLoad,

    /// <summary>Once tables and columns of the new version are there.</summary>
    AfterSync,

    /// <summary>Once plugins have been installed and stored collections are known.</summary>
    AfterLoad,
}

/// <summary>What a migration works with.</summary>
/// <param name="Transaction">Committed when all migrations of the stage have run.</param>
/// <param name="Database">The database and its dialect.</param>
/// <param name="Schema">The collections of the new version; their tables may lack columns before they are synchronised.</param>
public sealed record MigrationContext(WriteTransaction Transaction, Database Database, SchemaSnapshot Schema);
