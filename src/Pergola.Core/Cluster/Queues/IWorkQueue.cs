namespace Pergola.Core.Cluster.Queues;

/// <summary>
/// Work that one of the nodes does, at least once. Whoever receives a message has it for a while and completes it; if that
/// does not happen, because the node died, the message comes back. A delivery that is over changes nothing any more: its
/// methods answer false.
/// </summary>
/// <remarks>Adapters over a network raise <see cref="Errors.UnavailableException"/> within a few seconds.</remarks>
public interface IWorkQueue
{
    /// <summary>Messages that have failed too often.</summary>
    IDeadLetters DeadLetters { get; }

    /// <returns>The message's id.</returns>
    Task<string> PublishAsync(
        string channel,
        ReadOnlyMemory<byte> body,
        PublishOptions options,
        CancellationToken cancellationToken
    );

    /// <param name="channel">Where the messages were published.</param>
    /// <param name="most">How many to take at most.</param>
    /// <param name="visibility">How long they are kept from others.</param>
    /// <param name="wait">How long to wait while there is none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<IReadOnlyList<Delivery>> ReceiveAsync(
        string channel,
        int most,
        TimeSpan visibility,
        TimeSpan wait,
        CancellationToken cancellationToken
    );

    Task<bool> CompleteAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Keeps the message from others for this long from now.</summary>
    Task<bool> ExtendAsync(Delivery delivery, TimeSpan visibility, CancellationToken cancellationToken);

    /// <summary>Somebody else may have it at once, as if it had not been delivered.</summary>
    Task<bool> GiveBackAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>It comes back after a pause, or is a dead letter when it has failed too often.</summary>
    Task<bool> FailAsync(Delivery delivery, string error, CancellationToken cancellationToken);

    Task<QueueDepth> DepthAsync(string channel, CancellationToken cancellationToken);
}
