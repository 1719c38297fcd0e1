using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Data.Events;

/// <summary>The handlers of one kind of change in one collection, called in order at each stage.</summary>
internal readonly struct ChangeHandlers
{
    private readonly IReadOnlyList<IRecordHandler> _handlers;

    public ChangeHandlers(WriteSession session, Collection collection, ChangeKinds kind) =>
        _handlers = [.. session.Events.Of(collection, kind)];

    public bool Any => _handlers.Count > 0;

    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        foreach (var handler in _handlers)
        {
            await handler.BeforeAsync(change, session, cancellationToken);
        }
    }

    /// <summary>Calls the handlers inside the transaction and has them called again once it has committed.</summary>
    public async ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        foreach (var handler in _handlers)
        {
            await handler.WrittenAsync(change, session, cancellationToken);
            session.Transaction.AfterCommit(token => handler.CommittedAsync(change, token));
        }
    }
}
