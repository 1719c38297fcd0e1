using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Pergola.ConformanceTests.BadInput;

/// <summary>Bodies beyond the limit are refused without being read into memory; the server of these tests serves nobody else.</summary>
[Trait("ASVS", "V13")]
public abstract class LargeBodySuite(string dialect) : IAsyncLifetime
{
    private const int Body = 50 * 1024 * 1024;

    private SharedServer? _server;

    public async ValueTask InitializeAsync() =>
        _server = SharedServers.SkipReason(dialect) is null ? await SharedServers.StartAsync(dialect) : null;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("Content-Length")]
    [InlineData("chunked")]
    public async Task A_body_of_50_MB_is_refused_and_not_kept(string framing)
    {
        Assert.SkipWhen(_server is null, SharedServers.SkipReason(dialect) ?? "");
        // The first request of a kind makes the server grow by its code.
        await SendAsync(framing, 1024);

        // What came before the limit was reached is garbage until it is collected; it must not pile up.
        Assert.InRange(await GrowthAsync(framing, 3), long.MinValue, Body * 3 / 2);
        Assert.InRange(await GrowthAsync(framing, 5), long.MinValue, Body / 2);
        Assert.Equal(200, (await _server!.Client.GetAsync("users:list", Cancellation)).Status);
    }

    private async Task<long> GrowthAsync(string framing, int times)
    {
        var before = ResidentBytes();
        for (var time = 0; time < times; time++)
        {
            var answer = await SendAsync(framing, Body);
            Assert.StartsWith("HTTP/1.1 413 ", answer);
            Assert.Contains("\"errors\":[{\"message\":", answer);
        }

        return ResidentBytes() - before;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Sends a JSON text of a length and returns the answer; the server may stop listening before the end.</summary>
    private async Task<string> SendAsync(string framing, int length)
    {
        var address = _server!.Process.BaseAddress;
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port), Cancellation);
        await using var stream = new NetworkStream(socket);
        var isChunked = framing == "chunked";
        var size = isChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {length}";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /api/users:create HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {_server.Client.Token}\r\n"
                    + $"Content-Type: application/json\r\nConnection: close\r\n{size}\r\n\r\n"
            ),
            Cancellation
        );
        var sending = SendBodyAsync(stream, isChunked, length);
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var answer = await ReadAnswerAsync(reader);
        await sending;
        return answer;
    }

    private static async Task SendBodyAsync(NetworkStream stream, bool isChunked, int length)
    {
        var block = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
        var head = Encoding.ASCII.GetBytes(block.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
        try
        {
            for (var sent = 0; sent < length; sent += block.Length)
            {
                if (isChunked)
                {
                    await stream.WriteAsync(head, Cancellation);
                }

                await stream.WriteAsync(
                    block.AsMemory(0, Math.Min(block.Length, isChunked ? block.Length : length - sent)),
                    Cancellation
                );
                if (isChunked)
                {
                    await stream.WriteAsync("\r\n"u8.ToArray(), Cancellation);
                }
            }

            if (isChunked)
            {
                await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), Cancellation);
            }
        }
        catch (IOException)
        {
            // The server has heard enough and closed the connection.
        }
    }

    private static async Task<string> ReadAnswerAsync(StreamReader reader)
    {
        var answer = new StringBuilder();
        var buffer = new char[4096];
        try
        {
            while (await reader.ReadAsync(buffer, Cancellation) is var read and > 0)
            {
                answer.Append(buffer, 0, read);
            }
        }
        catch (IOException)
        {
            // A connection that is reset has delivered what came before.
        }

        return answer.ToString();
    }

    private long ResidentBytes()
    {
        var line = File.ReadLines($"/proc/{_server!.Process.Id}/status")
            .First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(
                line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
                CultureInfo.InvariantCulture
            ) * 1024;
    }
}

public sealed class SqliteLargeBodyTests() : LargeBodySuite("sqlite");

public sealed class PostgresLargeBodyTests() : LargeBodySuite("postgres");
