using System.Globalization;
using System.Text;
using Pergola.Core.Cluster.Queues;
using StackExchange.Redis;

namespace Pergola.Cluster.Redis;

/// <summary>Messages in Redis. They are as durable as the server is told to be.</summary>
internal sealed class RedisWorkQueue : IWorkQueue
{
    private readonly RedisConnection _connection;
    private readonly RedisKeys _keys;
    private readonly RedisSignals _signals;
    private readonly WakeUps _wakeUps;

    public RedisWorkQueue(RedisConnection connection, RedisKeys keys, RedisSignals signals, TimeProvider clock)
    {
        _connection = connection;
        _keys = keys;
        _signals = signals;
        _wakeUps = new WakeUps(clock);
        DeadLetters = new RedisDeadLetters(connection, keys, signals);
        signals.Tell(Wake, _wakeUps.SignalAll);
    }

    public IDeadLetters DeadLetters { get; }

    public static RedisValue WakeUp(string channel) => Encoding.UTF8.GetBytes((char)RedisSignals.Queue + channel);

    public async Task<string> PublishAsync(
        string channel,
        ReadOnlyMemory<byte> body,
        PublishOptions options,
        CancellationToken cancellationToken
    ) =>
        (string)
            await _connection.RunAsync(
                QueueScripts.Publish,
                _keys.Queue(channel),
                cancellationToken,
                body.ToArray(),
                (long)options.Delay.TotalMilliseconds,
                options.MaxRetries,
                (long)options.BackOff.TotalMilliseconds,
                _signals.Name,
                WakeUp(channel)
            );

    public Task<IReadOnlyList<Delivery>> ReceiveAsync(
        string channel,
        int most,
        TimeSpan visibility,
        TimeSpan wait,
        CancellationToken cancellationToken
    ) => _wakeUps.ReceiveAsync(channel, wait, c => TakeAsync(channel, most, visibility, c), cancellationToken);

    public Task<bool> CompleteAsync(Delivery delivery, CancellationToken cancellationToken) =>
        ChangeAsync(QueueScripts.Complete, delivery, cancellationToken);

    public Task<bool> ExtendAsync(Delivery delivery, TimeSpan visibility, CancellationToken cancellationToken) =>
        ChangeAsync(QueueScripts.Extend, delivery, cancellationToken, (long)visibility.TotalMilliseconds);

    public Task<bool> GiveBackAsync(Delivery delivery, CancellationToken cancellationToken) =>
        ChangeAsync(QueueScripts.GiveBack, delivery, cancellationToken, _signals.Name, WakeUp(delivery.Channel));

    public Task<bool> FailAsync(Delivery delivery, string error, CancellationToken cancellationToken) =>
        ChangeAsync(QueueScripts.Fail, delivery, cancellationToken, error, _signals.Name, WakeUp(delivery.Channel));

    public async Task<QueueDepth> DepthAsync(string channel, CancellationToken cancellationToken)
    {
        var depth = (long[])await _connection.RunAsync(QueueScripts.Depth, _keys.Queue(channel), cancellationToken);
        return new QueueDepth(depth[0], depth[1], depth[2], depth[3]);
    }

    private void Wake(byte kind, ReadOnlyMemory<byte> rest)
    {
        if (kind == RedisSignals.Queue)
        {
            _wakeUps.Signal(Encoding.UTF8.GetString(rest.Span));
        }
    }

    private async Task<Taken> TakeAsync(
        string channel,
        int most,
        TimeSpan visibility,
        CancellationToken cancellationToken
    )
    {
        var receipt = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        var taken = (RedisValue[])
            await _connection.RunAsync(
                QueueScripts.Take,
                _keys.Queue(channel),
                cancellationToken,
                most,
                (long)visibility.TotalMilliseconds,
                receipt,
                PublishOptions.MostLosses,
                PublishOptions.NeverCompleted
            );
        var deliveries = new List<Delivery>();
        for (var at = 1; at < taken.Length; at += 3)
        {
            deliveries.Add(new Delivery(channel, taken[at]!, receipt, (byte[])taken[at + 1]!, (int)taken[at + 2]));
        }

        return new Taken(deliveries, taken[0].IsNullOrEmpty ? null : TimeSpan.FromMilliseconds((long)taken[0]));
    }

    private async Task<bool> ChangeAsync(
        string script,
        Delivery delivery,
        CancellationToken cancellationToken,
        params RedisValue[] values
    ) =>
        (bool)
            await _connection.RunAsync(
                script,
                _keys.Queue(delivery.Channel),
                cancellationToken,
                [delivery.Id, delivery.Receipt, .. values]
            );
}
