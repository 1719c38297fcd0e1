using System.Net.Sockets;
using Npgsql;
using Pergola.Core.Errors;

namespace Pergola.Cluster.PostgreSql;

/// <summary>Runs statements, each in a transaction of its own and for a few seconds at most.</summary>
internal sealed class Statements(NpgsqlDataSource source)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <returns>How many rows it changed.</returns>
    /// <exception cref="UnavailableException">The database does not answer.</exception>
    public Task<int> RunAsync(string text, CancellationToken cancellationToken, params object?[] values) =>
        BoundedAsync(
            async limited =>
            {
                await using var command = Command(text, values);
                return await command.ExecuteNonQueryAsync(limited);
            },
            cancellationToken
        );

    /// <returns>Its rows.</returns>
    /// <exception cref="UnavailableException">The database does not answer.</exception>
    public Task<List<T>> ReadAsync<T>(
        string text,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken,
        params object?[] values
    ) =>
        BoundedAsync(
            async limited =>
            {
                await using var command = Command(text, values);
                await using var reader = await command.ExecuteReaderAsync(limited);
                var rows = new List<T>();
                while (await reader.ReadAsync(limited))
                {
                    rows.Add(read(reader));
                }

                return rows;
            },
            cancellationToken
        );

    /// <exception cref="UnavailableException">The database does not answer.</exception>
    public static async Task<T> BoundedAsync<T>(
        Func<CancellationToken, Task<T>> work,
        CancellationToken cancellationToken,
        TimeSpan? limit = null
    )
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(limit ?? Limit);
        try
        {
            return await work(limited.Token);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable(failure);
        }
        catch (Exception failure) when (IsUnavailable(failure))
        {
            throw Unavailable(failure);
        }
    }

    private static UnavailableException Unavailable(Exception failure) =>
        new("The database cannot be reached", RetryAfter, failure);

    private static bool IsUnavailable(Exception failure) =>
        failure switch
        {
            // Connection, resources, shutdown, read-only after a failover, conflicts: all pass by themselves.
            PostgresException { SqlState: var state } => state[..2] is "08" or "53" or "57" or "40" or "55"
                || state is "25006",
            NpgsqlException or SocketException or IOException or TimeoutException => true,
            _ => false,
        };

    private NpgsqlCommand Command(string text, object?[] values)
    {
        var command = source.CreateCommand(text);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
