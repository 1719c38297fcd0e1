using System.Data.Common;
using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>The collections that users made.</summary>
internal sealed class StoredDefinitionSource(DefinitionTables tables) : IDefinitionSource
{
    public async ValueTask<StoredDefinitions> ReadAsync(
        SchemaSnapshot code,
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var draft = await tables.ReadAsync(code, connection, transaction, cancellationToken);
        return new StoredDefinitions(draft.Revision, [.. draft.Collections.Select(c => c.ToDefinition())]);
    }
}
