namespace Pergola.App.Signals;

/// <summary>
/// Tells those who keep something of the database in memory that it has changed. Who keeps something subscribes before it
/// reads; who changes something raises the signal once that is committed, and has its answer wait for it.
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

    /// <summary>Raises a signal; returns once everybody has taken it up.</summary>
    /// <param name="topic">What has changed, such as <c>roles</c>.</param>
    /// <param name="message">Which part of it, in words of the topic; empty for all of it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask RaiseAsync(string topic, string message, CancellationToken cancellationToken) =>
        hub.RaiseAsync(topic, message, cancellationToken);

    internal bool HasEnded => _hasEnded;

    /// <summary>Ends the subscriptions of this generation.</summary>
    public void Dispose()
    {
        _hasEnded = true;
        hub.RemoveOf(this);
    }
}
