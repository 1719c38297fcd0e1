using System.Text;
using Pergola.Core.Cluster;
using Pergola.Core.Errors;
using StackExchange.Redis;

namespace Pergola.Cluster.Redis;

/// <summary>
/// What nodes tell each other, over one channel of Redis. Whether this node hears is found out by what it sends to itself:
/// now and then, and after each loss of a connection until it arrives.
/// </summary>
internal sealed class RedisSignals : IAsyncDisposable
{
    public const byte Message = (byte)'m';
    public const byte Queue = (byte)'q';
    private const byte Probe = (byte)'p';
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly RedisConnection _connection;
    private readonly RedisChannel _channel;
    private readonly ClusterReports _reports;
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _doubts = new(0);
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _self = Guid.NewGuid().ToByteArray();
    private TaskCompletionSource _echo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<byte, ReadOnlyMemory<byte>>? _received;
    private Action? _restored;
    private Task? _running;
    private volatile bool _isLost;

    public RedisSignals(RedisConnection connection, RedisKeys keys, ClusterReports reports)
    {
        _connection = connection;
        _reports = reports;
        _channel = new RedisChannel(Encoding.UTF8.GetBytes(keys.Signals), RedisChannel.PatternMode.Literal);
    }

    /// <summary>Completes when signals were heard for the first time.</summary>
    public Task Hearing => _heard.Task;

    /// <summary>Before the start.</summary>
    /// <param name="received">Called with the kind and the rest of each signal; must return at once.</param>
    /// <param name="restored">Called when signals may have been missed and arrive again.</param>
    public void Tell(Action<byte, ReadOnlyMemory<byte>> received, Action restored)
    {
        _received += received;
        _restored += restored;
    }

    public void Start()
    {
        _connection.Lost += Doubt;
        _running = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <exception cref="UnavailableException">The server does not answer.</exception>
    public Task SendAsync(byte kind, ReadOnlyMemory<byte> rest, CancellationToken cancellationToken)
    {
        byte[] payload = [kind, .. rest.Span];
        return _connection.RunAsync(d => d.PublishAsync(_channel, payload), cancellationToken);
    }

    /// <summary>The name of the channel, for scripts that publish themselves.</summary>
    public RedisValue Name => (byte[])_channel;

    public async ValueTask DisposeAsync()
    {
        _connection.Lost -= Doubt;
        await _ended.CancelAsync();
        await (_running ?? Task.CompletedTask);
    }

    private void Doubt(object? sender, ConnectionFailedEventArgs failure)
    {
        if (failure.ConnectionType == ConnectionType.Subscription)
        {
            ReportLoss(failure.Exception ?? new IOException(failure.FailureType.ToString()));
            _doubts.Release();
        }
    }

    private async Task RunAsync()
    {
        var ended = _ended.Token;
        try
        {
            await SubscribeAsync(ended);
            while (!ended.IsCancellationRequested)
            {
                while (await ProbeAsync(ended) is { } failure)
                {
                    ReportLoss(failure);
                    await Task.Delay(Pause, ended);
                }

                _heard.TrySetResult();
                if (_isLost && _doubts.CurrentCount == 0)
                {
                    _isLost = false;
                    _reports.Restored("Redis");
                    _restored?.Invoke();
                }

                await _doubts.WaitAsync(Beat, ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Ended.
        }
    }

    private async Task SubscribeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                // Subscribed again by the client whenever it reconnects.
                await _connection
                    .Subscriber.SubscribeAsync(_channel, (_, payload) => Receive(payload))
                    .WaitAsync(RedisConnection.Limit, cancellationToken);
                return;
            }
            catch (Exception failure) when (failure is RedisException or TimeoutException)
            {
                ReportLoss(failure);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Null when it arrived.</summary>
    private async Task<Exception?> ProbeAsync(CancellationToken cancellationToken)
    {
        var echo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _echo, echo);
        try
        {
            await SendAsync(Probe, _self, cancellationToken);
            await echo.Task.WaitAsync(ProbeLimit, cancellationToken);
            return null;
        }
        catch (Exception failure) when (failure is UnavailableException or TimeoutException)
        {
            return failure;
        }
    }

    private void Receive(byte[]? payload)
    {
        if (payload is not { Length: > 0 })
        {
            return;
        }

        if (payload[0] != Probe)
        {
            _received?.Invoke(payload[0], payload.AsMemory(1));
        }
        else if (payload.AsSpan(1).SequenceEqual(_self))
        {
            Volatile.Read(ref _echo).TrySetResult();
        }
    }

    private void ReportLoss(Exception? failure)
    {
        if (!_isLost)
        {
            _isLost = true;
            _reports.Lost("Redis", failure);
        }
    }
}
