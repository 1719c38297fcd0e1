using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pergola.Testing.Cluster;

/// <summary>A Redis server of its own, in memory only, that can be stopped and started again.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pergola-redis-");
    private readonly string _program;
    private readonly int _port;
    private readonly string _password;
    private Process? _process;

    private RedisServer(string program, int port, string password)
    {
        _program = program;
        _port = port;
        _password = password;
    }

    /// <summary>Why none can be started here, or null when one can.</summary>
    public static string? SkipReason =>
        Program() is null ? "redis-server is not installed; eng/check installs it." : null;

    /// <summary>Host and port.</summary>
    public string Address => $"127.0.0.1:{_port}";

    public static async Task<RedisServer> StartAsync(CancellationToken cancellationToken, string password = "")
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var server = new RedisServer(Program() ?? throw new InvalidOperationException(SkipReason), port, password);
        await server.StartAgainAsync(cancellationToken);
        return server;
    }

    /// <summary>On the same port, with nothing in it.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(_program)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "--port",
            _port.ToString(CultureInfo.InvariantCulture),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--requirepass",
            _password,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("redis-server did not start.");
        _process.OutputDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        var started = TimeProvider.System.GetTimestamp();
        while (!await AnswersAsync(cancellationToken))
        {
            if (_process.HasExited || TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(10))
            {
                throw new InvalidOperationException("redis-server does not answer.");
            }

            await Task.Delay(20, cancellationToken);
        }
    }

    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>A command as it is typed, without anything in between; the first line of the answer.</summary>
    public static async Task<string> RunAsync(string address, string command, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPEndPoint.Parse(address), cancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(cancellationToken) ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private static string? Program() =>
        (TestEnvironment.Read("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "redis-server"))
            .FirstOrDefault(File.Exists);

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await RunAsync(Address, "PING", cancellationToken);
            return answer == "+PONG" || answer.StartsWith("-NOAUTH", StringComparison.Ordinal);
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            return false;
        }
    }
}
