using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Notices;
using Pergola.PluginTests.Apps;

namespace Pergola.Plugins.PluginCatalog.Tests;

public sealed class SocketTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_socket_stays_while_plugins_are_switched_and_hears_of_it()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var pm = await PluginClient.SignInAsync(app);
        using var socket = await ConnectAsync(app);
        Assert.Equal((200, ""), await pm.SwitchAsync("disable", "departments"));
        var progress = await ReceiveAsync(socket);
        Assert.Equal("maintaining", progress.GetProperty("type").GetString());
        Assert.Equal("APP_COMMANDING", progress.GetProperty("payload").GetProperty("code").GetString());
        Assert.Equal(
            "pm.disable",
            progress.GetProperty("payload").GetProperty("command").GetProperty("name").GetString()
        );
        await ReceiveAsync(socket, "APP_RUNNING");

        Assert.Equal(400, (await pm.SwitchAsync("enable", "zzz")).Status);
        var failure = await ReceiveAsync(socket, "notification");
        Assert.StartsWith(
            "Failed to enable plugin: There is no plugin zzz",
            failure.GetProperty("payload").GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task What_is_for_one_user_reaches_them_alone_and_only_while_they_are_signed_in()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        var root = await app.SignInAsync();
        var token = root.Value["Bearer ".Length..];
        var board = app.Host.GetRequiredService<NoticeBoard>();
        using var stranger = await ConnectAsync(app);
        using var signedIn = await ConnectAsync(app);
        await SendAsync(signedIn, "ping");
        await SendAsync(signedIn, "{\"type\":\"auth:token\",\"payload\":{\"token\":\"bad\"}}");
        await SendAsync(signedIn, "{\"type\":");
        await SendAsync(
            signedIn,
            JsonSerializer.Serialize(new { type = "auth:token", payload = new { token, authenticator = "basic" } })
        );
        Assert.Equal("authorized", (await ReceiveAsync(signedIn)).GetProperty("type").GetString());

        board.Post(new Notice("for-root", JsonElement.Parse("1"), 1));
        board.Post(new Notice("for-another", JsonElement.Parse("2"), 2));
        board.Post(new Notice("for-all", JsonElement.Parse("3")));
        Assert.Equal("for-root", (await ReceiveAsync(signedIn)).GetProperty("type").GetString());
        Assert.Equal("for-all", (await ReceiveAsync(signedIn)).GetProperty("type").GetString());
        Assert.Equal("for-all", (await ReceiveAsync(stranger)).GetProperty("type").GetString());

        Assert.Equal(200, (await app.SendAsync("POST", "auth:signOut", null, root)).Status);
        board.Post(new Notice("for-root", JsonElement.Parse("4"), 1));
        board.Post(new Notice("for-all", JsonElement.Parse("5")));
        Assert.Equal("for-all", (await ReceiveAsync(signedIn)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_message_without_end_closes_its_socket()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        using var socket = await ConnectAsync(app);
        await SendAsync(socket, new string('x', 70_000));
        var received = await socket.ReceiveAsync(new byte[1024], Cancelled);
        Assert.Equal(WebSocketMessageType.Close, received.MessageType);
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, received.CloseStatus);
    }

    [Fact]
    public async Task Other_apps_and_plain_requests_get_no_socket()
    {
        await using var app = await AppUnderTest.StartAsync(Backend.Sqlite);
        using var response = await app.Client.GetAsync(new Uri(app.Client.BaseAddress!, "/ws"), Cancelled);
        Assert.Equal(426, (int)response.StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(app, "?__appName=other"));
    }

    private static async Task<ClientWebSocket> ConnectAsync(AppUnderTest app, string query = "")
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{app.Client.BaseAddress!.Authority}/ws{query}"), Cancelled);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Cancelled);

    private static async Task<JsonElement> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[16 * 1024];
        var received = await socket.ReceiveAsync(buffer, Cancelled).WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        return JsonElement.Parse(buffer.AsSpan(0, received.Count));
    }

    /// <summary>The next message that has a text in it; others before it are left aside.</summary>
    private static async Task<JsonElement> ReceiveAsync(ClientWebSocket socket, string text)
    {
        while (true)
        {
            var message = await ReceiveAsync(socket);
            if (message.GetRawText().Contains(text, StringComparison.Ordinal))
            {
                return message;
            }
        }
    }
}
