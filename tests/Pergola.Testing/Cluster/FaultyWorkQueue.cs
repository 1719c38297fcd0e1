using Pergola.Core.Cluster.Queues;

namespace Pergola.Testing.Cluster;

/// <summary>A queue behind a bad connection. What is received and not answered for comes back by itself.</summary>
public sealed class FaultyWorkQueue(IWorkQueue queue, Faults faults) : IWorkQueue
{
    public IDeadLetters DeadLetters { get; } = new FaultyDeadLetters(queue.DeadLetters, faults);

    public Task<string> PublishAsync(
        string channel,
        ReadOnlyMemory<byte> body,
        PublishOptions options,
        CancellationToken cancellationToken
    ) => faults.RunAsync(() => queue.PublishAsync(channel, body, options, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<Delivery>> ReceiveAsync(
        string channel,
        int most,
        TimeSpan visibility,
        TimeSpan wait,
        CancellationToken cancellationToken
    ) =>
        faults.RunAsync(
            () => queue.ReceiveAsync(channel, most, visibility, wait, cancellationToken),
            cancellationToken
        );

    public Task<bool> CompleteAsync(Delivery delivery, CancellationToken cancellationToken) =>
        faults.RunAsync(() => queue.CompleteAsync(delivery, cancellationToken), cancellationToken);

    public Task<bool> ExtendAsync(Delivery delivery, TimeSpan visibility, CancellationToken cancellationToken) =>
        faults.RunAsync(() => queue.ExtendAsync(delivery, visibility, cancellationToken), cancellationToken);

    public Task<bool> GiveBackAsync(Delivery delivery, CancellationToken cancellationToken) =>
        faults.RunAsync(() => queue.GiveBackAsync(delivery, cancellationToken), cancellationToken);

    public Task<bool> FailAsync(Delivery delivery, string error, CancellationToken cancellationToken) =>
        faults.RunAsync(() => queue.FailAsync(delivery, error, cancellationToken), cancellationToken);

    public Task<QueueDepth> DepthAsync(string channel, CancellationToken cancellationToken) =>
        faults.RunAsync(() => queue.DepthAsync(channel, cancellationToken), cancellationToken);

    private sealed class FaultyDeadLetters(IDeadLetters letters, Faults faults) : IDeadLetters
    {
        public Task<IReadOnlyList<DeadLetter>> ListAsync(
            string channel,
            int most,
            CancellationToken cancellationToken
        ) => faults.RunAsync(() => letters.ListAsync(channel, most, cancellationToken), cancellationToken);

        public Task<bool> RetryAsync(string channel, string id, CancellationToken cancellationToken) =>
            faults.RunAsync(() => letters.RetryAsync(channel, id, cancellationToken), cancellationToken);

        public Task<bool> RemoveAsync(string channel, string id, CancellationToken cancellationToken) =>
            faults.RunAsync(() => letters.RemoveAsync(channel, id, cancellationToken), cancellationToken);
    }
}
