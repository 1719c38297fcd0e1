using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Pergola.App.Notices;
using Pergola.Core.Cluster.PubSub;
using Pergola.Core.Errors;

namespace Pergola.Hosting.Cluster;

/// <summary>Passes notices on to the clients of other nodes, and theirs to the clients of this one.</summary>
internal sealed class ClusterNotices(IPubSub pubSub, NoticeBoard board, ILogger<ClusterNotices> logger)
    : IAsyncDisposable
{
    private const string Topic = "pergola.notices";
    private const int LongestLine = 1024;
    private readonly CancellationTokenSource _ended = new();
    private readonly Channel<Notice> _line = Channel.CreateBounded<Notice>(
        new BoundedChannelOptions(LongestLine) { FullMode = BoundedChannelFullMode.DropOldest }
    );
    private IAsyncDisposable? _subscription;
    private Task _sending = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = await pubSub.SubscribeAsync(Topic, ReceiveAsync, cancellationToken);
        board.RelayTo(notice => _line.Writer.TryWrite(notice));
        _sending = Task.Run(SendAsync, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        board.RelayTo(null);
        _line.Writer.TryComplete();
        await _ended.CancelAsync();
        await _sending;
        if (_subscription is not null)
        {
            await _subscription.DisposeAsync();
        }

        _ended.Dispose();
    }

    private Task ReceiveAsync(PubSubMessage message, CancellationToken cancellationToken)
    {
        if (!message.IsOwn && JsonSerializer.Deserialize<SentNotice>(message.Body.Span) is { } sent)
        {
            board.Deliver(new Notice(sent.Type, sent.Payload ?? default, sent.UserId));
        }

        return Task.CompletedTask;
    }

    private async Task SendAsync()
    {
        try
        {
            await foreach (var notice in _line.Reader.ReadAllAsync(_ended.Token))
            {
                await SendAsync(notice);
            }
        }
        catch (OperationCanceledException)
        {
            // The process ends.
        }
    }

    private async Task SendAsync(Notice notice)
    {
        try
        {
            var payload = notice.Payload.ValueKind == JsonValueKind.Undefined ? (JsonElement?)null : notice.Payload;
            var sent = new SentNotice(notice.Type, payload, notice.UserId);
            await pubSub.PublishAsync(Topic, JsonSerializer.SerializeToUtf8Bytes(sent), _ended.Token);
        }
        catch (UnavailableException failure)
        {
            // Notices help whoever looks at the moment; nothing depends on them.
            NodeLog.HintLost(logger, failure);
        }
    }

    /// <summary>A notice on its way; one that says nothing has no payload.</summary>
    private sealed record SentNotice(string Type, JsonElement? Payload, long? UserId);
}
