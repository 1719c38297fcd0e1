using Pergola.Core.Cluster.Caching;
using Pergola.Core.Errors;

namespace Pergola.Cluster.PostgreSql;

/// <summary>A cache in a table. What has ended is cleared away by those who write, so that an idle one asks nothing.</summary>
internal sealed class PostgreSqlCache(Statements statements, ClusterTables tables) : ICache
{
    private const int WritesPerSweep = 100;

    // A table has no notion of being full.
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(7);

    public async ValueTask<byte[]?> GetAsync(CacheKey key, CancellationToken cancellationToken)
    {
        var found = await statements.ReadAsync(
            $"SELECT value FROM {tables.Cache} WHERE key = $1 AND ends_at > clock_timestamp()",
            r => r.GetFieldValue<byte[]>(0),
            cancellationToken,
            key.ToString()
        );
        return found is [var value] ? value : null;
    }

    public async ValueTask SetAsync(
        CacheKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    )
    {
        await statements.RunAsync(
            $"""
            INSERT INTO {tables.Cache} (key, value, ends_at) VALUES ($1, $2, clock_timestamp() + $3)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value, ends_at = excluded.ends_at
            """,
            cancellationToken,
            key.ToString(),
            value.ToArray(),
            life ?? LongestLife
        );
        await SweepAsync(cancellationToken);
    }

    public async ValueTask<bool> AddAsync(
        CacheKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    )
    {
        var added = await statements.RunAsync(
            $"""
            INSERT INTO {tables.Cache} AS c (key, value, ends_at) VALUES ($1, $2, clock_timestamp() + $3)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value, ends_at = excluded.ends_at
            WHERE c.ends_at <= clock_timestamp()
            """,
            cancellationToken,
            key.ToString(),
            value.ToArray(),
            life ?? LongestLife
        );
        await SweepAsync(cancellationToken);
        return added > 0;
    }

    public async ValueTask<bool> ReplaceAsync(
        CacheKey key,
        ReadOnlyMemory<byte> expected,
        ReadOnlyMemory<byte> value,
        TimeSpan? life,
        CancellationToken cancellationToken
    ) =>
        await statements.RunAsync(
            $"""
            UPDATE {tables.Cache} SET value = $3, ends_at = clock_timestamp() + $4
            WHERE key = $1 AND value = $2 AND ends_at > clock_timestamp()
            """,
            cancellationToken,
            key.ToString(),
            expected.ToArray(),
            value.ToArray(),
            life ?? LongestLife
        ) > 0;

    public async ValueTask<CacheCount> CountAsync(
        CacheKey key,
        long amount,
        CounterLife life,
        CancellationToken cancellationToken
    )
    {
        var counted = await statements.ReadAsync(
            $"""
            INSERT INTO {tables.Cache} AS c (key, value, ends_at)
            VALUES ($1, convert_to($2::bigint::text, 'UTF8'), clock_timestamp() + $3)
            ON CONFLICT (key) DO UPDATE SET
                value = CASE WHEN c.ends_at <= clock_timestamp() THEN excluded.value
                    ELSE convert_to((convert_from(c.value, 'UTF8')::bigint + $2)::text, 'UTF8') END,
                ends_at = CASE WHEN c.ends_at <= clock_timestamp() OR $4 THEN excluded.ends_at ELSE c.ends_at END
            RETURNING convert_from(value, 'UTF8')::bigint, ends_at - clock_timestamp()
            """,
            r => new CacheCount(r.GetInt64(0), r.GetTimeSpan(1)),
            cancellationToken,
            key.ToString(),
            amount,
            life.Length,
            life.Slides
        );
        await SweepAsync(cancellationToken);
        return counted[0];
    }

    public async ValueTask<bool> RemoveAsync(CacheKey key, CancellationToken cancellationToken)
    {
        var removed = await statements.ReadAsync(
            $"DELETE FROM {tables.Cache} WHERE key = $1 RETURNING ends_at > clock_timestamp()",
            r => r.GetBoolean(0),
            cancellationToken,
            key.ToString()
        );
        return removed is [true];
    }

    public async ValueTask RemoveAllAsync(string app, string? prefix, CancellationToken cancellationToken) =>
        await statements.RunAsync(
            $"DELETE FROM {tables.Cache} WHERE starts_with(key, $1)",
            cancellationToken,
            CacheKey.ShelfOf(app, prefix)
        );

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (Random.Shared.Next(WritesPerSweep) != 0)
        {
            return;
        }

        try
        {
            await statements.RunAsync(
                $"""
                DELETE FROM {tables.Cache} WHERE key IN (
                    SELECT key FROM {tables.Cache} WHERE ends_at <= clock_timestamp() LIMIT 1000 FOR UPDATE SKIP LOCKED
                )
                """,
                cancellationToken
            );
        }
        catch (UnavailableException)
        {
            // The write itself went well.
        }
    }
}
