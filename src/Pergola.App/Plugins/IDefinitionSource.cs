using System.Data.Common;
using Pergola.Data.Schema;

namespace Pergola.App.Plugins;

/// <summary>Collections that are stored in the database. Read when a generation starts and when it catches up.</summary>
[ExtensionPoint]
public interface IDefinitionSource
{
    /// <summary>
    /// Reads the definitions and their revision in one view of the database. <paramref name="code"/> has the collections
    /// of the plugins, the tables to read from among them.
    /// </summary>
    ValueTask<StoredDefinitions> ReadAsync(
        SchemaSnapshot code,
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    );
}

/// <summary>Definitions at one revision.</summary>
public sealed record StoredDefinitions(long Revision, IReadOnlyList<CollectionDefinition> Collections);
