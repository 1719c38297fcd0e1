using System.Text.Json;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Data.Events;

/// <summary>
/// Something that follows changes of records. Handlers of the before stage run inside the transaction, may change the
/// values and may refuse by throwing; handlers of the after stage run once the transaction has committed.
/// </summary>
public interface IRecordHandler
{
    /// <summary>
    /// Whether changes of a collection concern it at all; a collection that nobody follows is written in fewer statements.
    /// </summary>
    bool Follows(Collection collection) => true;

    /// <summary>Before the row is written, in its transaction.</summary>
    ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>After the row is written, still in its transaction.</summary>
    ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>After commit.</summary>
    ValueTask CommittedAsync(RecordChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

/// <summary>Kinds of change a handler may ask for.</summary>
[Flags]
public enum ChangeKinds
{
    None = 0,
    Create = 1,
    Update = 2,
    Destroy = 4,
    All = Create | Update | Destroy,
}

/// <summary>A change of one record.</summary>
public sealed class RecordChange(ChangeKinds kind, Collection collection, Dictionary<ColumnField, object?> values)
{
    public ChangeKinds Kind { get; } = kind;

    public Collection Collection { get; } = collection;

    /// <summary>Values to be written by column, parsed; a before handler may add and replace. Empty for destroy.</summary>
    public Dictionary<ColumnField, object?> Values { get; } = values;

    /// <summary>Record key; null before an insert that leaves it to the database.</summary>
    public RecordKey? Key { get; set; }

    /// <summary>The record before the write, where a handler of the before stage has read it; undefined else.</summary>
    public JsonElement Before { get; set; }

    /// <summary>The whole record after the write (create, update), hidden columns included; undefined for destroy.</summary>
    public JsonElement Record { get; set; }
}

/// <summary>A handler and what it follows.</summary>
public sealed record RecordSubscription(string Collection, ChangeKinds Kinds, IRecordHandler Handler);

/// <summary>The handlers of a generation by collection.</summary>
public sealed class RecordEvents(IEnumerable<RecordSubscription> subscriptions)
{
    private readonly ILookup<string, RecordSubscription> _byCollection = subscriptions.ToLookup(
        s => s.Collection,
        StringComparer.Ordinal
    );

    /// <summary>Handlers of one kind of change, in order of registration; those for <c>*</c> come last.</summary>
    public IEnumerable<IRecordHandler> Of(Collection collection, ChangeKinds kind) =>
        _byCollection[collection.Name]
            .Concat(_byCollection["*"])
            .Where(s => (s.Kinds & kind) != ChangeKinds.None && s.Handler.Follows(collection))
            .Select(s => s.Handler);
}
