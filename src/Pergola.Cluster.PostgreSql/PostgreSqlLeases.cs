using Pergola.Core.Cluster.Locking;

namespace Pergola.Cluster.PostgreSql;

/// <summary>
/// Leases as rows, by the clock of the database. An advisory lock would hold a connection each, and a frozen holder would
/// keep it for as long as its connection is not missed; and it has no fencing token.
/// </summary>
internal sealed class PostgreSqlLeases(Statements statements, ClusterTables tables) : ILeaseStore
{
    private const int TakesPerSweep = 100;

    public async Task<long?> TakeAsync(string key, TimeSpan life, CancellationToken cancellationToken)
    {
        if (Random.Shared.Next(TakesPerSweep) == 0)
        {
            await SweepAsync(cancellationToken);
        }

        // The token of an update is drawn under the lock of its row, so tokens of a key grow with its holders.
        var taken = await statements.ReadAsync(
            $"""
            INSERT INTO {tables.Locks} AS l (key, token, ends_at)
            VALUES ($1, nextval({tables.LockTokensText}), clock_timestamp() + $2)
            ON CONFLICT (key) DO UPDATE
            SET token = nextval({tables.LockTokensText}), ends_at = clock_timestamp() + $2
            WHERE l.ends_at <= clock_timestamp()
            RETURNING token
            """,
            r => r.GetInt64(0),
            cancellationToken,
            key,
            life
        );
        return taken is [var token] ? token : null;
    }

    public async Task<bool> ExtendAsync(string key, long token, TimeSpan life, CancellationToken cancellationToken) =>
        await statements.RunAsync(
            $"UPDATE {tables.Locks} SET ends_at = clock_timestamp() + $3 WHERE key = $1 AND token = $2",
            cancellationToken,
            key,
            token,
            life
        ) > 0;

    public async Task<bool> ReleaseAsync(string key, long token, CancellationToken cancellationToken) =>
        await statements.RunAsync(
            $"UPDATE {tables.Locks} SET ends_at = clock_timestamp() WHERE key = $1 AND token = $2",
            cancellationToken,
            key,
            token
        ) > 0;

    // Much later than any statement lasts: one that has drawn its token for a row that is not there yet must find the row.
    private Task<int> SweepAsync(CancellationToken cancellationToken) =>
        statements.RunAsync(
            $"DELETE FROM {tables.Locks} WHERE ends_at < clock_timestamp() - interval '1 hour'",
            cancellationToken
        );
}
