using Npgsql;
using Pergola.Core.Cluster.WorkerIds;

namespace Pergola.Cluster.PostgreSql;

/// <summary>Worker numbers as rows, by the clock of the database.</summary>
internal sealed class PostgreSqlWorkerIds(Statements statements, ClusterTables tables) : IWorkerIdAllocator
{
    private static readonly long Life = (long)IWorkerIdAllocator.Life.TotalSeconds;
    private static readonly long Margin = (long)IWorkerIdAllocator.Margin.TotalSeconds;

    public async Task<WorkerLease?> LeaseAsync(CancellationToken cancellationToken)
    {
        var holder = Guid.NewGuid().ToString("N");
        var leased = await statements.ReadAsync(
            $"""
            WITH free AS (
                SELECT slot FROM {tables.Workers} WHERE until + $3 <= floor(extract(epoch FROM now()))
                ORDER BY until, slot LIMIT 1 FOR UPDATE SKIP LOCKED
            )
            UPDATE {tables.Workers} w SET holder = $1, until = floor(extract(epoch FROM now())) + $2
            FROM free WHERE w.slot = free.slot
            RETURNING w.slot, w.until - $2, w.until, now()
            """,
            r => new WorkerLease(r.GetInt32(0), holder, r.GetInt64(1), r.GetInt64(2), Now(r, 3)),
            cancellationToken,
            holder,
            Life,
            Margin
        );
        return leased is [var lease] ? lease : null;
    }

    public async Task<WorkerLease?> RenewAsync(WorkerLease lease, CancellationToken cancellationToken)
    {
        var renewed = await statements.ReadAsync(
            $"""
            UPDATE {tables.Workers} SET until = greatest(until, floor(extract(epoch FROM now()))::bigint + $3)
            WHERE slot = $1 AND holder = $2
            RETURNING until, now()
            """,
            r => lease with { Until = r.GetInt64(0), Now = Now(r, 1) },
            cancellationToken,
            lease.Slot,
            lease.Holder,
            Life
        );
        return renewed is [var later] ? later : null;
    }

    public Task ReleaseAsync(WorkerLease lease, long lastSecond, CancellationToken cancellationToken) =>
        statements.RunAsync(
            $"UPDATE {tables.Workers} SET holder = '', until = least(until, $3) WHERE slot = $1 AND holder = $2",
            cancellationToken,
            lease.Slot,
            lease.Holder,
            lastSecond + 1
        );

    private static DateTimeOffset Now(NpgsqlDataReader reader, int ordinal) =>
        new(reader.GetDateTime(ordinal), TimeSpan.Zero);
}
