using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>
/// Keeps definitions from being written as plain records: that would change what is described without changing the tables.
/// </summary>
internal sealed class RefuseDirectWrites : IRecordHandler
{
    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken) =>
        throw new BadRequestException(
            "Records of {collection} are changed by the actions of collections and their fields only",
            [("collection", change.Collection.Name)],
            change.Collection.Name
        );
}
