namespace Pergola.Core.Cluster.PubSub;

/// <summary>
/// Messages to all nodes that listen at the moment, the sender's own included; each arrives at most once. Whoever must not
/// miss one keeps a revision elsewhere and compares it when <see cref="Reconnected"/> says so.
/// </summary>
public interface IPubSub
{
    /// <summary>Longest body, in bytes.</summary>
    public const int LongestBody = 1024 * 1024;

    /// <summary>What the messages of this node carry.</summary>
    string PublisherId { get; }

    /// <summary>Messages may have been missed and arrive again from now on. Handlers return at once.</summary>
    event EventHandler? Reconnected;

    /// <exception cref="ArgumentException">The body is too long.</exception>
    /// <exception cref="Errors.UnavailableException">The backend did not take it within a few seconds.</exception>
    Task PublishAsync(string channel, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>
    /// Hands messages to the handler one after the other, until the result is disposed. Returns when messages arrive; while
    /// the backend is away it returns too, after a few seconds, and <see cref="Reconnected"/> follows.
    /// </summary>
    Task<IAsyncDisposable> SubscribeAsync(
        string channel,
        Func<PubSubMessage, CancellationToken, Task> handler,
        CancellationToken cancellationToken
    );
}
