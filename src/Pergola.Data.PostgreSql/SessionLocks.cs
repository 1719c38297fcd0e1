using Npgsql;

namespace Pergola.Data.PostgreSql;

/// <summary>
/// Locks that a connection holds until they are released. They are asked for again and again: between two questions nothing
/// is running, so whoever waits here holds up nobody who waits for running statements.
/// </summary>
internal sealed class SessionLocks(NpgsqlConnection connection)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(30);
    private readonly List<long> _taken = [];

    public async Task TakeAsync(long number, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; !await AskAsync("pg_try_advisory_lock", number); pause *= 2)
        {
            pause = pause < LongestPause ? pause : LongestPause;
            await Task.Delay(pause, cancellationToken);
        }

        _taken.Add(number);
    }

    public async Task ReleaseAsync()
    {
        // With a broken connection the server has released them itself.
        while (_taken.Count > 0 && connection.State == System.Data.ConnectionState.Open)
        {
            await AskAsync("pg_advisory_unlock", _taken[^1]);
            _taken.RemoveAt(_taken.Count - 1);
        }
    }

    private async Task<bool> AskAsync(string function, long number)
    {
        await using var command = new NpgsqlCommand($"SELECT {function}($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });

        // Cancelled half way nobody would know whether the lock is held.
        return await command.ExecuteScalarAsync(CancellationToken.None) is true;
    }
}
