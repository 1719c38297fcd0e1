using System.Globalization;
using System.Threading.Channels;
using Pergola.Core.Cluster;
using Pergola.Core.Cluster.PubSub;
using Pergola.Core.Errors;

namespace Pergola.Cluster.PostgreSql;

/// <summary>Messages by NOTIFY; long ones are left in a table for a minute, and their number is sent.</summary>
internal sealed class PostgreSqlPubSub : IPubSub, IAsyncDisposable
{
    private readonly Guid _self = Guid.NewGuid();
    private readonly Statements _statements;
    private readonly ClusterTables _tables;
    private readonly Signals _signals;
    private readonly SignalListener _listener;
    private readonly Subscriptions _subscriptions;
    private readonly Channel<string> _arrived = Channel.CreateUnbounded<string>();
    private readonly Task _running;

    public PostgreSqlPubSub(
        Statements statements,
        ClusterTables tables,
        Signals signals,
        SignalListener listener,
        ClusterReports reports
    )
    {
        _statements = statements;
        _tables = tables;
        _signals = signals;
        _listener = listener;
        _subscriptions = new Subscriptions(RaiseReconnected, reports.HandlerFailed);
        listener.Tell(payload => _arrived.Writer.TryWrite(payload), RaiseReconnected);
        _running = Task.Run(RunAsync, CancellationToken.None);
    }

    public string PublisherId => _self.ToString("N");

    public event EventHandler? Reconnected;

    public async Task PublishAsync(string channel, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var message = Envelope.Write(_self, channel, body.Span);
        var payload = Signals.Message + Convert.ToBase64String(message);
        if (payload.Length <= Signals.Longest)
        {
            await _statements.RunAsync("SELECT pg_notify($1, $2)", cancellationToken, _signals.Name, payload);
            return;
        }

        await _statements.RunAsync(
            $"""
            WITH old AS (DELETE FROM {_tables.Messages} WHERE sent_at < now() - interval '1 minute'),
                stored AS (INSERT INTO {_tables.Messages} (body) VALUES ($3) RETURNING id)
            SELECT pg_notify($1, $2 || id::text) FROM stored
            """,
            cancellationToken,
            _signals.Name,
            Signals.Stored.ToString(),
            message
        );
    }

    public async Task<IAsyncDisposable> SubscribeAsync(
        string channel,
        Func<PubSubMessage, CancellationToken, Task> handler,
        CancellationToken cancellationToken
    )
    {
        var subscription = _subscriptions.Add(channel, handler);
        await Task.WhenAny(_listener.Listening, Task.Delay(Statements.Limit, cancellationToken));
        if (cancellationToken.IsCancellationRequested)
        {
            await subscription.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return subscription;
    }

    public async ValueTask DisposeAsync()
    {
        _arrived.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync()
    {
        await foreach (var payload in _arrived.Reader.ReadAllAsync())
        {
            if (await ReadAsync(payload) is { } bytes && Envelope.Read(bytes, _self) is { } message)
            {
                _subscriptions.Dispatch(message);
            }
        }
    }

    private async Task<byte[]?> ReadAsync(string payload)
    {
        try
        {
            if (payload.StartsWith(Signals.Message))
            {
                return Convert.FromBase64String(payload[1..]);
            }

            if (!payload.StartsWith(Signals.Stored))
            {
                return null;
            }

            var found = await _statements.ReadAsync(
                $"SELECT body FROM {_tables.Messages} WHERE id = $1",
                r => r.GetFieldValue<byte[]>(0),
                CancellationToken.None,
                long.Parse(payload.AsSpan(1), CultureInfo.InvariantCulture)
            );
            if (found is [var body])
            {
                return body;
            }
        }
        catch (Exception failure) when (failure is UnavailableException or FormatException)
        {
            // As missed as one that has been cleared away.
        }

        RaiseReconnected();
        return null;
    }

    private void RaiseReconnected() => _subscriptions.Raise(Reconnected, this);
}
