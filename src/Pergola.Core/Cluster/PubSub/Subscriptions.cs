using System.Collections.Concurrent;

namespace Pergola.Core.Cluster.PubSub;

/// <summary>Who listens to what in this process.</summary>
/// <param name="missed">Called when a listener was too slow and lost messages.</param>
/// <param name="failed">Called with the channel when a handler threw.</param>
internal sealed class Subscriptions(Action missed, Action<string, Exception> failed)
{
    private readonly ConcurrentDictionary<Subscription, string> _all = new();

    public Subscription Add(string channel, Func<PubSubMessage, CancellationToken, Task> handler)
    {
        var subscription = new Subscription(handler, missed, e => failed(channel, e), s => _all.TryRemove(s, out _));
        _all[subscription] = channel;
        return subscription;
    }

    /// <summary>Raises an event. A handler that throws holds up neither the others nor the messages.</summary>
    public void Raise(EventHandler? handlers, object sender)
    {
        foreach (var handler in handlers?.GetInvocationList().Cast<EventHandler>() ?? [])
        {
            try
            {
                handler(sender, EventArgs.Empty);
            }
            catch (Exception failure)
            {
                failed(nameof(IPubSub.Reconnected), failure);
            }
        }
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
