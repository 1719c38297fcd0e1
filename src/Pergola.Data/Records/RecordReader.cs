using System.Data.Common;
using Pergola.Data.Dialects;
using Pergola.Data.Querying;

namespace Pergola.Data.Records;

/// <summary>Runs queries.</summary>
public sealed class RecordReader(Database database)
{
    public Database Database { get; } = database;

    /// <summary>Keys of the matching records in the order of the query, read inside a transaction.</summary>
    public ValueTask<IReadOnlyList<RecordKey>> ReadKeysAsync(
        RecordQuery query,
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException(query + connection.Database + transaction);
}
