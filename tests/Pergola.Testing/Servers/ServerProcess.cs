using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Pergola.Testing.Databases;

namespace Pergola.Testing.Servers;

/// <summary>The built server as a process of its own: free port, empty storage, empty database; all gone when disposed.</summary>
public sealed class ServerProcess : IServerUnderTest
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(1);

    // What a program needs to run at all. Everything else would let the developer's own settings into the test.
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "DOTNET_ROOT", "LD_LIBRARY_PATH"];

    private readonly string _storage = Directory.CreateTempSubdirectory("pergola-").FullName;
    private readonly ServerOutput _output = new();
    private readonly Process _process;
    private readonly TestPostgres? _postgres;
    private readonly bool _ownsDatabase;

    private ServerProcess(
        string executable,
        TestPostgres? postgres,
        bool ownsDatabase,
        IReadOnlyDictionary<string, string> settings
    )
    {
        _postgres = postgres;
        _ownsDatabase = ownsDatabase;
        var port = FreePort();
        BaseAddress = new Uri($"http://127.0.0.1:{port}/api/");
        _process = new Process { StartInfo = Describe(executable, port, settings) };
        _process.OutputDataReceived += (_, line) => _output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _output.Add(line.Data);
    }

    public Uri BaseAddress { get; }

    public int Id => _process.Id;

    /// <summary>What it printed lately.</summary>
    public string Output => _output.ToString();

    public static Task<ServerProcess> StartOnSqliteAsync(
        IReadOnlyDictionary<string, string>? settings = null,
        CancellationToken cancellationToken = default
    ) => StartAsync(postgres: null, ownsDatabase: false, settings, cancellationToken);

    public static async Task<ServerProcess> StartOnPostgresAsync(
        IReadOnlyDictionary<string, string>? settings = null,
        CancellationToken cancellationToken = default
    ) => await StartAsync(await TestPostgres.CreateAsync(cancellationToken), true, settings, cancellationToken);

    /// <summary>Starts one of several on a database that outlives them.</summary>
    public static Task<ServerProcess> StartOnAsync(
        TestPostgres database,
        IReadOnlyDictionary<string, string>? settings = null,
        CancellationToken cancellationToken = default
    ) => StartAsync(database, ownsDatabase: false, settings, cancellationToken);

    /// <summary>Ends it at once, without a word.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to stop as an orchestrator does (<c>SIGTERM</c>).</summary>
    public async Task AskToStopAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Waits for its end; the exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(_storage, recursive: true);
        if (_postgres is not null && _ownsDatabase)
        {
            await _postgres.DisposeAsync();
        }
    }

    private static async Task<ServerProcess> StartAsync(
        TestPostgres? postgres,
        bool ownsDatabase,
        IReadOnlyDictionary<string, string>? settings,
        CancellationToken cancellationToken
    )
    {
        var executable = Executable();
        var server = new ServerProcess(
            executable,
            postgres,
            ownsDatabase,
            settings ?? new Dictionary<string, string>()
        );
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            await server.WaitUntilHealthyAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private ProcessStartInfo Describe(string executable, int port, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(executable)
        {
            WorkingDirectory = _storage,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (TestEnvironment.Read(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        start.Environment["TZ"] = "UTC";
        start.Environment["APP_HOST"] = "127.0.0.1";
        start.Environment["APP_PORT"] = $"{port}";
        start.Environment["STORAGE_PATH"] = _storage;

        // Nobody sends requests to a server that a test has told to stop.
        start.Environment["APP_DRAIN_TIME"] = "0";
        foreach (var (name, value) in DatabaseSettings().Concat(settings))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private Dictionary<string, string> DatabaseSettings()
    {
        if (_postgres is null)
        {
            return new() { ["DB_DIALECT"] = "sqlite" };
        }

        var connection = new NpgsqlConnectionStringBuilder(_postgres.ConnectionString);
        return new()
        {
            ["DB_DIALECT"] = "postgres",
            ["DB_HOST"] = connection.Host ?? "127.0.0.1",
            ["DB_PORT"] = $"{connection.Port}",
            ["DB_DATABASE"] = _postgres.Database,
            ["DB_USER"] = connection.Username ?? "postgres",
            ["DB_PASSWORD"] = connection.Password ?? "",
        };
    }

    // artifacts/bin/<test project>/<configuration>/ → artifacts/bin/Pergola.Server/<configuration>/pergola
    public static string Executable()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var path = RepositoryRoot.Combine("artifacts", "bin", "Pergola.Server", configuration, "pergola");
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"Build src/Pergola.Server first: no {path}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilHealthyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = BaseAddress, Timeout = TimeSpan.FromSeconds(5) };
        var started = Stopwatch.GetTimestamp();
        while (!await IsHealthyAsync(client, cancellationToken))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The server ended with {_process.ExitCode}:\n{_output}");
            }

            if (Stopwatch.GetElapsedTime(started) > StartDeadline)
            {
                throw new TimeoutException($"The server is not healthy after {StartDeadline}:\n{_output}");
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync("__health_check", cancellationToken);
            return response.StatusCode == HttpStatusCode.OK
                && await response.Content.ReadAsStringAsync(cancellationToken) == "ok";
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }
}
