using Pergola.Data.Dialects;

namespace Pergola.App.Signals;

/// <summary>
/// Tells those who keep something of the database in memory that it has changed, in every generation and on every node. Who
/// keeps something subscribes before it reads; who changes something raises the signal with the transaction.
/// </summary>
public sealed class ChangeSignals(SignalHub hub) : IDisposable
{
    private volatile bool _hasEnded;

    /// <summary>Calls <paramref name="handle"/> with the message of every signal of a topic, from any generation.</summary>
    public void On(string topic, Func<string, CancellationToken, ValueTask> handle) =>
        hub.Add(new SignalHub.Subscription(this, topic, handle));

    /// <summary>As above, for what is done at once.</summary>
    public void On(string topic, Action<string> handle) =>
        On(
            topic,
            (message, _) =>
            {
                handle(message);
                return ValueTask.CompletedTask;
            }
        );

    /// <summary>
    /// Raises a signal with a transaction: it is written down with the change, told once that is committed, and the commit
    /// returns when everybody has taken it up. Nothing is told of what is rolled back.
    /// </summary>
    /// <param name="transaction">The change.</param>
    /// <param name="topic">What changes, such as <c>roles</c>.</param>
    /// <param name="message">Which part of it, in words of the topic; empty for all of it.</param>
    public void RaiseWith(WriteTransaction transaction, string topic, string message) =>
        hub.RaiseWith(transaction, topic, () => message);

    /// <summary>As above, with a message that is complete only when the transaction is about to commit.</summary>
    public void RaiseWith(WriteTransaction transaction, string topic, Func<string> message) =>
        hub.RaiseWith(transaction, topic, message);

    /// <summary>Raises a signal of something that is not in a transaction.</summary>
    public async Task RaiseAsync(Database database, string topic, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        RaiseWith(transaction, topic, string.Empty);
        await transaction.CommitAsync(cancellationToken);
    }

    internal bool HasEnded => _hasEnded;

    /// <summary>Ends the subscriptions of this generation.</summary>
    public void Dispose()
    {
        _hasEnded = true;
        hub.RemoveOf(this);
    }
}
