using System.Text;
using Pergola.Core.Cluster.PubSub;

namespace Pergola.Hosting.Cluster;

/// <summary>
/// Short words between nodes that save them from waiting for their next look: something has changed, somebody has followed.
/// Whoever misses one looks by itself soon after.
/// </summary>
internal sealed class ClusterHints(IPubSub pubSub) : IAsyncDisposable
{
    private const string Changed = "pergola.changed";
    private const string Followed = "pergola.followed";
    private readonly List<IAsyncDisposable> _subscriptions = [];
    private readonly Pulse _changed = new();
    private readonly Pulse _followed = new();

    /// <summary>Beats when another node has changed something, or may have while nobody could tell.</summary>
    public Pulse HasChanged => _changed;

    /// <summary>Beats when another node has followed.</summary>
    public Pulse HasFollowed => _followed;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        pubSub.Reconnected += OnReconnected;
        _subscriptions.Add(await pubSub.SubscribeAsync(Changed, On(_changed), cancellationToken));
        _subscriptions.Add(await pubSub.SubscribeAsync(Followed, On(_followed), cancellationToken));
    }

    public Task SayChangedAsync(CancellationToken cancellationToken) => SayAsync(Changed, cancellationToken);

    public Task SayFollowedAsync(CancellationToken cancellationToken) => SayAsync(Followed, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        pubSub.Reconnected -= OnReconnected;
        foreach (var subscription in _subscriptions)
        {
            await subscription.DisposeAsync();
        }
    }

    private Task SayAsync(string channel, CancellationToken cancellationToken) =>
        pubSub.PublishAsync(channel, Encoding.ASCII.GetBytes("1"), cancellationToken);

    private void OnReconnected(object? sender, EventArgs arguments)
    {
        _changed.Beat();
        _followed.Beat();
    }

    private static Func<PubSubMessage, CancellationToken, Task> On(Pulse pulse) =>
        (message, _) =>
        {
            if (!message.IsOwn)
            {
                pulse.Beat();
            }

            return Task.CompletedTask;
        };
}
