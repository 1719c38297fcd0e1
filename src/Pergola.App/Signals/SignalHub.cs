using System.Runtime.CompilerServices;
using Pergola.Data.Dialects;

namespace Pergola.App.Signals;

/// <summary>
/// Where signals meet: one per process, so that every generation hears of a change, whichever of them made it, and the
/// journal that brings them to other nodes. While plugins are switched two generations serve beside each other.
/// </summary>
public sealed class SignalHub(IChangeJournal journal)
{
    private readonly Lock _lock = new();
    private readonly ConditionalWeakTable<WriteTransaction, Pending> _pending = [];
    private Subscription[] _subscriptions = [];

    /// <summary>Tells every generation of this process; returns once they have taken it up.</summary>
    public async ValueTask DeliverAsync(Signal signal, CancellationToken cancellationToken)
    {
        List<Exception>? failures = null;
        foreach (var subscription in Volatile.Read(ref _subscriptions).Where(s => s.Topic == signal.Topic))
        {
            try
            {
                await subscription.Handle(signal.Message, cancellationToken);
            }
            catch (Exception) when (subscription.Owner.HasEnded)
            {
                // A generation that has just ended keeps nothing that could be out of date.
            }
            catch (Exception failure)
            {
                // The others must hear of it all the same.
                (failures ??= []).Add(failure);
            }
        }

        if (failures is not null)
        {
            throw failures is [var only] ? only : new AggregateException(failures);
        }
    }

    internal void Add(Subscription subscription)
    {
        lock (_lock)
        {
            Volatile.Write(ref _subscriptions, [.. _subscriptions, subscription]);
        }
    }

    internal void RemoveOf(ChangeSignals owner)
    {
        lock (_lock)
        {
            Volatile.Write(ref _subscriptions, [.. _subscriptions.Where(s => s.Owner != owner)]);
        }
    }

    internal void RaiseWith(WriteTransaction transaction, string topic, Func<string> message)
    {
        if (!_pending.TryGetValue(transaction, out var pending))
        {
            _pending.Add(transaction, pending = new Pending());
            transaction.BeforeCommit(token => pending.WriteAsync(journal, transaction, token));
            transaction.AfterCommit(token => TellAsync(pending, token));
        }

        pending.Raise(topic, message);
    }

    private async ValueTask TellAsync(Pending pending, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var signal in pending.Signals)
            {
                await DeliverAsync(signal, cancellationToken);
            }
        }
        finally
        {
            await journal.SpreadAsync(pending.Revision, cancellationToken);
        }
    }

    /// <summary>What one transaction will have changed.</summary>
    private sealed class Pending
    {
        private readonly List<(string Topic, Func<string> Message)> _raised = [];

        public IReadOnlyList<Signal> Signals { get; private set; } = [];

        public long Revision { get; private set; }

        public void Raise(string topic, Func<string> message) => _raised.Add((topic, message));

        public async ValueTask WriteAsync(
            IChangeJournal journal,
            WriteTransaction transaction,
            CancellationToken cancellationToken
        )
        {
            Signals = [.. _raised.Select(r => new Signal(r.Topic, r.Message())).Distinct()];
            Revision = await journal.WriteAsync(transaction, Signals, cancellationToken);
        }
    }

    internal sealed record Subscription(
        ChangeSignals Owner,
        string Topic,
        Func<string, CancellationToken, ValueTask> Handle
    );
}
