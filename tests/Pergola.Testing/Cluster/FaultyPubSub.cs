using Pergola.Core.Cluster.PubSub;

namespace Pergola.Testing.Cluster;

/// <summary>
/// Messages over a bad connection: late, lost, and none while it is disconnected. A message that arrives twice is beyond what
/// backends do, so the twin does not either.
/// </summary>
public sealed class FaultyPubSub : IPubSub
{
    private readonly IPubSub _pubSub;
    private readonly Faults _faults;

    public FaultyPubSub(IPubSub pubSub, Faults faults)
    {
        _pubSub = pubSub;
        _faults = faults;
        pubSub.Reconnected += (_, _) => Reconnected?.Invoke(this, EventArgs.Empty);
        faults.Reconnected += (_, _) => Reconnected?.Invoke(this, EventArgs.Empty);
    }

    public string PublisherId => _pubSub.PublisherId;

    public event EventHandler? Reconnected;

    public Task PublishAsync(string channel, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        _faults.RunAsync(
            async () =>
            {
                await _pubSub.PublishAsync(channel, body, cancellationToken);
                return true;
            },
            cancellationToken
        );

    public Task<IAsyncDisposable> SubscribeAsync(
        string channel,
        Func<PubSubMessage, CancellationToken, Task> handler,
        CancellationToken cancellationToken
    ) =>
        _pubSub.SubscribeAsync(
            channel,
            async (message, ended) =>
            {
                await _faults.DelayAsync(ended);
                if (!_faults.IsDisconnected && !_faults.Happens(_faults.Lost))
                {
                    await handler(message, ended);
                }
            },
            cancellationToken
        );
}
