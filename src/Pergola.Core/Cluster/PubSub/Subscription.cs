using System.Threading.Channels;

namespace Pergola.Core.Cluster.PubSub;

/// <summary>One listener with its own line of messages, so that a slow one holds up nobody.</summary>
internal sealed class Subscription : IAsyncDisposable
{
    private const int LongestLine = 4096;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private readonly Channel<PubSubMessage> _line = Channel.CreateBounded<PubSubMessage>(LongestLine);
    private readonly CancellationTokenSource _ended = new();
    private readonly Action _missed;
    private readonly Action<Exception> _failed;
    private readonly Action<Subscription> _leave;
    private readonly Task _running;
    private int _overflowed;

    public Subscription(
        Func<PubSubMessage, CancellationToken, Task> handler,
        Action missed,
        Action<Exception> failed,
        Action<Subscription> leave
    )
    {
        _missed = missed;
        _failed = failed;
        _leave = leave;
        _running = Task.Run(() => RunAsync(handler), CancellationToken.None);
    }

    public void Offer(PubSubMessage message)
    {
        if (!_line.Writer.TryWrite(message))
        {
            Volatile.Write(ref _overflowed, 1);
        }
    }

    /// <summary>No message is handed on afterwards; one that is being handled may end first, unless it takes long.</summary>
    public async ValueTask DisposeAsync()
    {
        _leave(this);
        _line.Writer.TryComplete();
        await _ended.CancelAsync();

        // A handler that ends its own subscription would wait for itself.
        await Task.WhenAny(_running, Task.Delay(LongestWait, CancellationToken.None));
    }

    private async Task RunAsync(Func<PubSubMessage, CancellationToken, Task> handler)
    {
        var ended = _ended.Token;
        try
        {
            await foreach (var message in _line.Reader.ReadAllAsync(ended))
            {
                try
                {
                    await handler(message, ended);
                }
                catch (Exception failure) when (!ended.IsCancellationRequested)
                {
                    _failed(failure);
                }

                if (_line.Reader.Count == 0 && Interlocked.Exchange(ref _overflowed, 0) == 1)
                {
                    _missed();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Ended.
        }
    }
}
