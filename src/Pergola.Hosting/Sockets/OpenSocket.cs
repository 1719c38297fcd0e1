using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace Pergola.Hosting.Sockets;

/// <summary>
/// One client: takes its token, and sends it what is for everybody and what is for its user. Whether the token still counts is
/// asked before each message that is not for everybody.
/// </summary>
internal sealed class OpenSocket(WebSocket socket, Func<string, CancellationToken, ValueTask<long?>> findUser)
{
    private const int LongestMessage = 64 * 1024;
    private const int Waiting = 256;

    // Who does not read loses the oldest: a client that comes back asks for what is.
    private readonly Channel<Outgoing> _outgoing = Channel.CreateBounded<Outgoing>(
        new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );
    private volatile string? _token;

    public void Send(byte[] message, long? userId = null)
    {
        if (userId is null || _token is not null)
        {
            _outgoing.Writer.TryWrite(new Outgoing(message, userId));
        }
    }

    public async Task RunAsync(CancellationToken ending)
    {
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(ending);
        var writing = WriteAsync(closed.Token);
        try
        {
            await ReadAsync(closed.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            await CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "The server ends");
        }
        finally
        {
            await closed.CancelAsync();
            await writing;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[4 * 1024];
        using var message = new MemoryStream();
        while (socket.State == WebSocketState.Open)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync(WebSocketCloseStatus.NormalClosure, string.Empty);
                return;
            }

            message.Write(buffer, 0, received.Count);
            if (message.Length > LongestMessage)
            {
                await CloseAsync(WebSocketCloseStatus.MessageTooBig, "Messages may have 64 KiB");
                return;
            }

            if (received.EndOfMessage)
            {
                await HandleAsync(message.GetBuffer().AsMemory(0, (int)message.Length), cancellationToken);
                message.SetLength(0);
            }
        }
    }

    /// <summary>Anything but a token, such as the word <c>ping</c>, only keeps the connection open.</summary>
    private async Task HandleAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (TokenIn(message) is not { } token)
        {
            return;
        }

        if (await findUser(token, cancellationToken) is not null)
        {
            _token = token;
            Send("""{"type":"authorized"}"""u8.ToArray());
        }
    }

    private static string? TokenIn(ReadOnlyMemory<byte> message)
    {
        if (message.IsEmpty || message.Span[0] != '{')
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(message, new JsonDocumentOptions { MaxDepth = 8 });
            return
                document.RootElement.TryGetProperty("type", out var type)
                && type.ValueKind == JsonValueKind.String
                && type.ValueEquals("auth:token")
                && document.RootElement.TryGetProperty("payload", out var payload)
                && payload.ValueKind == JsonValueKind.Object
                && payload.TryGetProperty("token", out var token)
                && token.ValueKind == JsonValueKind.String
                ? token.GetString()
                : null;
        }
        catch (JsonException)
        {
            // Whatever it was, it is no token.
            return null;
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (message, userId) in _outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                if (userId is null || await IsOfAsync(userId.Value, cancellationToken))
                {
                    await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                }
            }
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or IOException)
        {
            // The reading side ends for the same reason, and says so.
        }
    }

    private async ValueTask<bool> IsOfAsync(long userId, CancellationToken cancellationToken)
    {
        if (_token is not { } token)
        {
            return false;
        }

        var user = await findUser(token, cancellationToken);
        if (user is null)
        {
            _token = null;
        }

        return user == userId;
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(status, reason, patience.Token);
        }
    }

    private readonly record struct Outgoing(byte[] Message, long? UserId);
}
