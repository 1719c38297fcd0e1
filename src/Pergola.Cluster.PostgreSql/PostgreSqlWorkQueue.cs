using System.Globalization;
using Npgsql;
using Pergola.Core.Cluster.Queues;

namespace Pergola.Cluster.PostgreSql;

/// <summary>Messages as rows that consumers take without waiting for each other.</summary>
internal sealed class PostgreSqlWorkQueue : IWorkQueue
{
    private readonly Statements _statements;
    private readonly ClusterTables _tables;
    private readonly Signals _signals;
    private readonly WakeUps _wakeUps;

    public PostgreSqlWorkQueue(
        Statements statements,
        ClusterTables tables,
        Signals signals,
        SignalListener listener,
        TimeProvider clock
    )
    {
        _statements = statements;
        _tables = tables;
        _signals = signals;
        _wakeUps = new WakeUps(clock);
        DeadLetters = new PostgreSqlDeadLetters(statements, tables, signals);
        listener.Tell(Wake, _wakeUps.SignalAll);
    }

    public IDeadLetters DeadLetters { get; }

    public async Task<string> PublishAsync(
        string channel,
        ReadOnlyMemory<byte> body,
        PublishOptions options,
        CancellationToken cancellationToken
    )
    {
        var ids = await _statements.ReadAsync(
            $"""
            WITH sent AS (
                INSERT INTO {_tables.Queue} (channel, body, due_at, max_retries, back_off)
                VALUES ($1, $2, now() + $3, $4, $5) RETURNING id
            )
            SELECT id, pg_notify($6, $7) FROM sent
            """,
            r => r.GetInt64(0),
            cancellationToken,
            channel,
            body.ToArray(),
            options.Delay,
            options.MaxRetries,
            options.BackOff,
            _signals.Name,
            Signals.Queue + channel
        );
        return ids[0].ToString(CultureInfo.InvariantCulture);
    }

    public Task<IReadOnlyList<Delivery>> ReceiveAsync(
        string channel,
        int most,
        TimeSpan visibility,
        TimeSpan wait,
        CancellationToken cancellationToken
    ) => _wakeUps.ReceiveAsync(channel, wait, c => TakeAsync(channel, most, visibility, c), cancellationToken);

    public Task<bool> CompleteAsync(Delivery delivery, CancellationToken cancellationToken) =>
        ChangeAsync($"DELETE FROM {_tables.Queue} WHERE id = $1 AND receipt = $2", delivery, cancellationToken);

    public Task<bool> ExtendAsync(Delivery delivery, TimeSpan visibility, CancellationToken cancellationToken) =>
        ChangeAsync(
            $"UPDATE {_tables.Queue} SET due_at = now() + $3 WHERE id = $1 AND receipt = $2",
            delivery,
            cancellationToken,
            visibility
        );

    public Task<bool> GiveBackAsync(Delivery delivery, CancellationToken cancellationToken) =>
        ChangeAsync(
            $"""
            WITH back AS (
                UPDATE {_tables.Queue} SET receipt = NULL, losses = losses - 1, due_at = now()
                WHERE id = $1 AND receipt = $2 RETURNING id
            )
            SELECT pg_notify($3, $4) FROM back
            """,
            delivery,
            cancellationToken,
            _signals.Name,
            Signals.Queue + delivery.Channel
        );

    public Task<bool> FailAsync(Delivery delivery, string error, CancellationToken cancellationToken) =>
        ChangeAsync(
            $"""
            WITH failed AS (
                UPDATE {_tables.Queue} SET receipt = NULL, losses = losses - 1, failures = failures + 1, error = $3,
                    due_at = now() + least(back_off * power(2, least(failures, 20)), interval '1 hour'),
                    died_at = CASE WHEN failures >= max_retries THEN now() END
                WHERE id = $1 AND receipt = $2 RETURNING id
            )
            SELECT pg_notify($4, $5) FROM failed
            """,
            delivery,
            cancellationToken,
            error,
            _signals.Name,
            Signals.Queue + delivery.Channel
        );

    public async Task<QueueDepth> DepthAsync(string channel, CancellationToken cancellationToken)
    {
        var depths = await _statements.ReadAsync(
            $"""
            SELECT count(*) FILTER (WHERE died_at IS NULL AND due_at <= now()),
                count(*) FILTER (WHERE died_at IS NULL AND due_at > now() AND receipt IS NULL),
                count(*) FILTER (WHERE died_at IS NULL AND due_at > now() AND receipt IS NOT NULL),
                count(*) FILTER (WHERE died_at IS NOT NULL)
            FROM {_tables.Queue} WHERE channel = $1
            """,
            r => new QueueDepth(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)),
            cancellationToken,
            channel
        );
        return depths[0];
    }

    private void Wake(string payload)
    {
        if (payload.StartsWith(Signals.Queue))
        {
            _wakeUps.Signal(payload[1..]);
        }
    }

    private async Task<Taken> TakeAsync(
        string channel,
        int most,
        TimeSpan visibility,
        CancellationToken cancellationToken
    )
    {
        var receipt = Guid.NewGuid();
        var rows = await _statements.ReadAsync(
            $"""
            WITH due AS MATERIALIZED (
                SELECT id, due_at FROM {_tables.Queue}
                WHERE channel = $1 AND died_at IS NULL AND due_at <= now()
                ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
            ), taken AS (
                UPDATE {_tables.Queue} q SET losses = losses + 1, due_at = now() + $3,
                    receipt = CASE WHEN losses < $4 THEN $5 END,
                    died_at = CASE WHEN losses >= $4 THEN now() END,
                    error = CASE WHEN losses < $4 THEN error ELSE $6 END
                FROM due WHERE q.id = due.id
                RETURNING q.id, q.body, q.failures, q.receipt, due.due_at
            )
            SELECT id, body, failures, due_at, NULL::interval FROM taken WHERE receipt IS NOT NULL
            UNION ALL
            SELECT NULL, NULL, NULL, NULL, min(due_at) - now() FROM {_tables.Queue}
            WHERE channel = $1 AND died_at IS NULL
            """,
            r => Row.Read(r, channel, receipt.ToString("N")),
            cancellationToken,
            channel,
            most,
            visibility,
            PublishOptions.MostLosses,
            receipt,
            PublishOptions.NeverCompleted
        );
        return new Taken(
            [.. rows.Where(r => r.Delivery is not null).OrderBy(r => r.Due).ThenBy(r => r.Id).Select(r => r.Delivery!)],
            rows.Find(r => r.Delivery is null)?.Next
        );
    }

    private async Task<bool> ChangeAsync(
        string text,
        Delivery delivery,
        CancellationToken cancellationToken,
        params object?[] values
    )
    {
        object?[] all =
        [
            long.Parse(delivery.Id, CultureInfo.InvariantCulture),
            Guid.ParseExact(delivery.Receipt, "N"),
            .. values,
        ];

        // A statement that notifies answers with rows, the others with their number.
        return text.StartsWith("WITH", StringComparison.Ordinal)
            ? (await _statements.ReadAsync(text, _ => 1, cancellationToken, all)).Count > 0
            : await _statements.RunAsync(text, cancellationToken, all) > 0;
    }

    private sealed record Row(Delivery? Delivery, long Id, DateTime Due, TimeSpan? Next)
    {
        public static Row Read(NpgsqlDataReader reader, string channel, string receipt)
        {
            if (reader.IsDBNull(0))
            {
                return new Row(null, 0, default, reader.IsDBNull(4) ? null : reader.GetTimeSpan(4));
            }

            var id = reader.GetInt64(0);
            return new Row(
                new Delivery(
                    channel,
                    id.ToString(CultureInfo.InvariantCulture),
                    receipt,
                    reader.GetFieldValue<byte[]>(1),
                    reader.GetInt32(2)
                ),
                id,
                reader.GetDateTime(3),
                null
            );
        }
    }
}
