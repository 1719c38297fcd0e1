using Npgsql;

namespace Pergola.Benchmarks.Baseline;

/// <summary>The exact count of the table, shared by the requests that arrive before it starts.</summary>
internal sealed class SharedCount(NpgsqlDataSource source)
{
    private readonly Lock _lock = new();
    private bool _running;
    private TaskCompletionSource<long>? _waiting;

    public Task<long> CountAsync()
    {
        lock (_lock)
        {
            _waiting ??= new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            var result = _waiting.Task;
            if (!_running)
            {
                _running = true;
                _ = Task.Run(RunAsync);
            }

            return result;
        }
    }

    private async Task RunAsync()
    {
        while (true)
        {
            TaskCompletionSource<long> current;
            lock (_lock)
            {
                if (_waiting is null)
                {
                    _running = false;
                    return;
                }

                current = _waiting;
                _waiting = null;
            }

            try
            {
                await using var command = source.CreateCommand("SELECT count(*) FROM \"bench\"");
                current.SetResult((long)(await command.ExecuteScalarAsync())!);
            }
            catch (Exception exception)
            {
                current.SetException(exception);
            }
        }
    }
}
