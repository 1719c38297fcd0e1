using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pergola.App.Auth;
using Pergola.App.Notices;
using Pergola.Core.Json;
using Pergola.Hosting.Generations;

namespace Pergola.Hosting.Sockets;

/// <summary>The open WebSockets of the process, and the notices that go out over them.</summary>
public sealed class SocketHub : IDisposable
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<OpenSocket, byte> _sockets = new();
    private readonly GenerationSwitch _generations;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<SocketHub> _logger;
    private readonly IDisposable _reading;

    public SocketHub(
        GenerationSwitch generations,
        NoticeBoard board,
        IHostApplicationLifetime lifetime,
        ILogger<SocketHub> logger
    )
    {
        _generations = generations;
        _lifetime = lifetime;
        _logger = logger;
        _reading = board.Read(Send);
    }

    public bool HasRoom => _sockets.Count < Most;

    /// <summary>How many are open.</summary>
    public int Count => _sockets.Count;

    public void Dispose() => _reading.Dispose();

    /// <summary>Serves a socket until either side closes it.</summary>
    internal async Task ServeAsync(WebSocket socket, CancellationToken aborted)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, _lifetime.ApplicationStopping);
        var open = new OpenSocket(socket, FindUserAsync);
        _sockets[open] = 0;
        try
        {
            await open.RunAsync(ending.Token);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or IOException)
        {
            // Gone without a word, as clients go.
            SocketLog.Gone(_logger, failure);
        }
        finally
        {
            _sockets.TryRemove(open, out _);
        }
    }

    private void Send(Notice notice)
    {
        if (_sockets.IsEmpty)
        {
            return;
        }

        var message = Write(notice);
        foreach (var (socket, _) in _sockets)
        {
            socket.Send(message, notice.UserId);
        }
    }

    private static byte[] Write(Notice notice)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, JsonText.Writer))
        {
            json.WriteStartObject();
            json.WriteString("type", notice.Type);
            if (notice.Payload.ValueKind != JsonValueKind.Undefined)
            {
                json.WritePropertyName("payload");
                notice.Payload.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return text.ToArray();
    }

    private async ValueTask<long?> FindUserAsync(string token, CancellationToken cancellationToken)
    {
        if (!_generations.TryLease(out var lease))
        {
            return null;
        }

        using (lease)
        {
            var check = lease.Generation.Services.GetServices<ITokenCheck>().LastOrDefault();
            return check is null ? null : (await check.FindUserAsync(token, cancellationToken))?.Id;
        }
    }
}
