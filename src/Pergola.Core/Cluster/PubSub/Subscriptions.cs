using System.Collections.Concurrent;

namespace Pergola.Core.Cluster.PubSub;

/// <summary>Who listens to what in this process.</summary>
/// <param name="missed">Called when a listener was too slow and lost messages.</param>
/// <param name="failed">Called when a handler threw.</param>
internal sealed class Subscriptions(Action missed, Action<string, Exception> failed)
{
    private readonly ConcurrentDictionary<Subscription, string> _all = new();

    public Subscription Add(string channel, Func<PubSubMessage, CancellationToken, Task> handler)
    {
        var subscription = new Subscription(handler, missed, e => failed(channel, e), s => _all.TryRemove(s, out _));
        _all[subscription] = channel;
        return subscription;
    }

    /// <summary>Never waits for a handler.</summary>
    public void Dispatch(PubSubMessage message)
    {
        foreach (var (subscription, channel) in _all)
        {
            if (channel == message.Channel)
            {
                subscription.Offer(message);
            }
        }
    }
}
