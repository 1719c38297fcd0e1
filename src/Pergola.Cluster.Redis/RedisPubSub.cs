using Pergola.Core.Cluster;
using Pergola.Core.Cluster.PubSub;

namespace Pergola.Cluster.Redis;

/// <summary>Messages over the signals of Redis.</summary>
internal sealed class RedisPubSub : IPubSub
{
    private readonly Guid _self = Guid.NewGuid();
    private readonly RedisSignals _signals;
    private readonly Subscriptions _subscriptions;

    public RedisPubSub(RedisSignals signals, ClusterReports reports)
    {
        _signals = signals;
        _subscriptions = new Subscriptions(RaiseReconnected, reports.HandlerFailed);
        signals.Tell(Receive, RaiseReconnected);
    }

    public string PublisherId => _self.ToString("N");

    public event EventHandler? Reconnected;

    public Task PublishAsync(string channel, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        _signals.SendAsync(RedisSignals.Message, Envelope.Write(_self, channel, body.Span), cancellationToken);

    public async Task<IAsyncDisposable> SubscribeAsync(
        string channel,
        Func<PubSubMessage, CancellationToken, Task> handler,
        CancellationToken cancellationToken
    )
    {
        var subscription = _subscriptions.Add(channel, handler);
        await Task.WhenAny(_signals.Hearing, Task.Delay(RedisConnection.Limit, cancellationToken));
        if (cancellationToken.IsCancellationRequested)
        {
            await subscription.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return subscription;
    }

    private void Receive(byte kind, ReadOnlyMemory<byte> rest)
    {
        if (kind == RedisSignals.Message && Envelope.Read(rest, _self) is { } message)
        {
            _subscriptions.Dispatch(message);
        }
    }

    private void RaiseReconnected() => _subscriptions.Raise(Reconnected, this);
}
