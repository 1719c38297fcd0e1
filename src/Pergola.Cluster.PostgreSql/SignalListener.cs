using Npgsql;
using Pergola.Core.Cluster;

namespace Pergola.Cluster.PostgreSql;

/// <summary>Listens on a connection of its own, and on a new one when that is lost.</summary>
internal sealed class SignalListener : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private readonly NpgsqlDataSource _source;
    private readonly string _name;
    private readonly ClusterReports _reports;
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<string>? _received;
    private Action? _restored;
    private Task? _running;

    public SignalListener(NpgsqlDataSource source, string name, ClusterReports reports)
    {
        _source = source;
        _name = name;
        _reports = reports;
    }

    /// <summary>Completes when the connection listens, at present or later.</summary>
    public Task Listening
    {
        get
        {
            lock (_lock)
            {
                return _listening.Task;
            }
        }
    }

    /// <summary>Before the start.</summary>
    /// <param name="received">Called with each payload; must return at once.</param>
    /// <param name="restored">Called when payloads may have been missed and arrive again.</param>
    public void Tell(Action<string> received, Action restored)
    {
        _received += received;
        _restored += restored;
    }

    public void Start() => _running = Task.Run(RunAsync, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await (_running ?? Task.CompletedTask);
    }

    private async Task RunAsync()
    {
        var pause = FirstPause;
        var isLost = false;
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() =>
                {
                    pause = FirstPause;
                    if (isLost)
                    {
                        _reports.Restored(PostgreSqlCluster.Backend);
                        _restored?.Invoke();
                    }

                    isLost = false;
                });
            }
            catch (Exception failure)
            {
                if (_ended.IsCancellationRequested)
                {
                    return;
                }

                if (!isLost)
                {
                    isLost = true;
                    _reports.Lost(PostgreSqlCluster.Backend, failure);
                }

                await PauseAsync(pause);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task ListenAsync(Action begun)
    {
        var ended = _ended.Token;
        await using var connection = await Statements.BoundedAsync(
            limited => _source.OpenConnectionAsync(limited).AsTask(),
            ended
        );
        try
        {
            connection.Notification += Forward;
            await RunAsync(connection, $"LISTEN {_name}", ended);
            begun();
            _listening.TrySetResult();
            while (true)
            {
                // A connection that has silently gone is noticed by asking.
                if (!await connection.WaitAsync(Beat, ended))
                {
                    await RunAsync(connection, "SELECT 1", ended);
                }
            }
        }
        finally
        {
            connection.Notification -= Forward;
            lock (_lock)
            {
                if (_listening.Task.IsCompleted)
                {
                    _listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }

            await UnlistenAsync(connection);
        }
    }

    // The pool keeps connections as they are.
    private async Task UnlistenAsync(NpgsqlConnection connection)
    {
        if (connection.State == System.Data.ConnectionState.Open)
        {
            try
            {
                await RunAsync(connection, "UNLISTEN *", CancellationToken.None);
            }
            catch (Core.Errors.UnavailableException)
            {
                // Then it is not kept either.
            }
        }
    }

    private static Task<int> RunAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken) =>
        Statements.BoundedAsync(
            async limited =>
            {
                await using var command = new NpgsqlCommand(text, connection);
                return await command.ExecuteNonQueryAsync(limited);
            },
            cancellationToken
        );

    private void Forward(object sender, NpgsqlNotificationEventArgs notification)
    {
        if (notification.Channel == _name)
        {
            _received?.Invoke(notification.Payload);
        }
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _ended.Token);
        }
        catch (OperationCanceledException)
        {
            // Ended.
        }
    }
}
