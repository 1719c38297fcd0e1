using System.Globalization;
using Pergola.Core.Cluster.Queues;

namespace Pergola.Cluster.PostgreSql;

/// <summary>Rows of the queue that have failed for good.</summary>
internal sealed class PostgreSqlDeadLetters(Statements statements, ClusterTables tables, Signals signals) : IDeadLetters
{
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(
        string channel,
        int most,
        CancellationToken cancellationToken
    ) =>
        await statements.ReadAsync(
            $"""
            SELECT id, body, failures, error, died_at FROM {tables.Queue}
            WHERE channel = $1 AND died_at IS NOT NULL ORDER BY died_at DESC, id DESC LIMIT $2
            """,
            r => new DeadLetter(
                channel,
                r.GetInt64(0).ToString(CultureInfo.InvariantCulture),
                r.GetFieldValue<byte[]>(1),
                r.GetInt32(2),
                r.GetString(3),
                new DateTimeOffset(r.GetDateTime(4), TimeSpan.Zero)
            ),
            cancellationToken,
            channel,
            most
        );

    public async Task<bool> RetryAsync(string channel, string id, CancellationToken cancellationToken)
    {
        var back = await statements.ReadAsync(
            $"""
            WITH back AS (
                UPDATE {tables.Queue} SET died_at = NULL, failures = 0, losses = 0, due_at = now()
                WHERE channel = $1 AND id = $2 AND died_at IS NOT NULL RETURNING id
            )
            SELECT pg_notify($3, $4) FROM back
            """,
            _ => true,
            cancellationToken,
            channel,
            Number(id),
            signals.Name,
            Signals.Queue + channel
        );
        return back.Count > 0;
    }

    public async Task<bool> RemoveAsync(string channel, string id, CancellationToken cancellationToken) =>
        await statements.RunAsync(
            $"DELETE FROM {tables.Queue} WHERE channel = $1 AND id = $2 AND died_at IS NOT NULL",
            cancellationToken,
            channel,
            Number(id)
        ) > 0;

    private static long Number(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
