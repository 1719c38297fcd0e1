using Pergola.Data.Dialects;
using Pergola.Data.Events;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.Records;

/// <summary>Everything the writes of one action share: one transaction, one snapshot, one clock reading.</summary>
public sealed class WriteSession(
    Database database,
    WriteTransaction transaction,
    SchemaSnapshot schema,
    ValueContext values,
    RecordEvents events
)
{
    public Database Database { get; } = database;

    public WriteTransaction Transaction { get; } = transaction;

    public SchemaSnapshot Schema { get; } = schema;

    public ValueContext Values { get; } = values;

    public RecordEvents Events { get; } = events;

    /// <summary>The moment of this action: every timestamp it writes is the same.</summary>
    public DateTime Now { get; } = values.UtcNow();
}
