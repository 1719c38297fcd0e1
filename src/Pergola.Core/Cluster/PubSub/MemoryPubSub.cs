using System.Collections.Concurrent;

namespace Pergola.Core.Cluster.PubSub;

/// <summary>Messages within this process. Several on one bus stand for several nodes.</summary>
public sealed class MemoryPubSub : IPubSub
{
    private readonly Guid _self = Guid.NewGuid();
    private readonly MemoryBus _bus;
    private readonly Subscriptions _subscriptions;

    public MemoryPubSub(MemoryBus? bus = null, ClusterReports? reports = null)
    {
        _bus = bus ?? new MemoryBus();
        _subscriptions = new Subscriptions(RaiseReconnected, (reports ?? ClusterReports.None).HandlerFailed);
        _bus.Join(Receive);
    }

    public string PublisherId => _self.ToString("N");

    public event EventHandler? Reconnected;

    public Task PublishAsync(string channel, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        _bus.Send(Envelope.Write(_self, channel, body.Span));
        return Task.CompletedTask;
    }

    public Task<IAsyncDisposable> SubscribeAsync(
        string channel,
        Func<PubSubMessage, CancellationToken, Task> handler,
        CancellationToken cancellationToken
    ) => Task.FromResult<IAsyncDisposable>(_subscriptions.Add(channel, handler));

    private void RaiseReconnected() => _subscriptions.Raise(Reconnected, this);

    private void Receive(byte[] bytes)
    {
        if (Envelope.Read(bytes, _self) is { } message)
        {
            _subscriptions.Dispatch(message);
        }
    }
}

/// <summary>What the members of one process share.</summary>
public sealed class MemoryBus
{
    private readonly ConcurrentQueue<Action<byte[]>> _members = new();

    internal void Join(Action<byte[]> receive) => _members.Enqueue(receive);

    internal void Send(byte[] bytes)
    {
        foreach (var receive in _members)
        {
            receive(bytes);
        }
    }
}
