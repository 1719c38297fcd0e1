using System.Data.Common;
using System.Globalization;
using System.Text;
using Pergola.Data.Dialects;
using Pergola.Data.Sql;

namespace Pergola.Data.Records;

/// <summary>
/// Lets requests that ask for the same count at the same time share one. A request joins only a count that has not begun
/// yet, so what it gets is never older than itself: at most one runs and one waits per statement.
/// </summary>
public sealed class SharedCounts(Database database)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue> _queues = [];

    public Task<long> CountAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        var key = KeyOf(statement);
        Task<long> result;
        lock (_lock)
        {
            if (_queues.TryGetValue(key, out var queue))
            {
                queue.Waiting ??= NewCount();
                result = queue.Waiting.Task;
            }
            else
            {
                var running = NewCount();
                queue = new Queue();
                _queues.Add(key, queue);
                result = running.Task;
                _ = RunAsync(key, queue, running, statement);
            }
        }

        return result.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource<long> NewCount() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync(string key, Queue queue, TaskCompletionSource<long> count, SqlStatement statement)
    {
        // Leaves the lock of the caller before any work is done.
        await Task.Yield();
        TaskCompletionSource<long>? current = count;
        while (current is not null)
        {
            try
            {
                current.SetResult(await ExecuteAsync(statement));
            }
            catch (Exception exception)
            {
                current.SetException(exception);
                // Everybody who waited may have gone; nobody else is to be told.
                _ = current.Task.Exception;
            }

            lock (_lock)
            {
                current = queue.Waiting;
                queue.Waiting = null;
                if (current is null)
                {
                    _queues.Remove(key);
                }
            }
        }
    }

    private async Task<long> ExecuteAsync(SqlStatement statement)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await using var command = database.CreateCommand(connection, null, statement);
        var value = await command.ExecuteScalarAsync(CancellationToken.None);
        return Convert.ToInt64(value, CultureInfo.InvariantCulture);
    }

    /// <summary>Text and parameters; values are length-prefixed so that no two statements share a key.</summary>
    private static string KeyOf(SqlStatement statement)
    {
        if (statement.Parameters.Count == 0)
        {
            return statement.Text;
        }

        var key = new StringBuilder(statement.Text);
        foreach (var parameter in statement.Parameters)
        {
            if (parameter is { IsList: true, Value: IReadOnlyList<object?> list })
            {
                key.Append('|').Append(list.Count);
                foreach (var item in list)
                {
                    Add(key, item);
                }
            }
            else
            {
                Add(key, parameter.Value);
            }
        }

        return key.ToString();
    }

    private static void Add(StringBuilder key, object? value)
    {
        var text = value switch
        {
            null => "",
            DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
            byte[] bytes => Convert.ToHexString(bytes),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        key.Append('|').Append(value?.GetType().Name).Append(text.Length).Append(':').Append(text);
    }

    /// <summary>The count that waits for the running one.</summary>
    private sealed class Queue
    {
        public TaskCompletionSource<long>? Waiting { get; set; }
    }
}
