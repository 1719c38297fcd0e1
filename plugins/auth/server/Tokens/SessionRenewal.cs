using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.Auth.Collections;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>
/// Gives an expired token of a running session a successor. The row of the session changes hands exactly once; requests that
/// carry the same old token at the same time, or up to ten seconds later, get the same successor, whichever node they reach.
/// </summary>
internal sealed class SessionRenewal(
    Database database,
    SchemaStore schemas,
    SystemRows rows,
    RecentRenewals recent,
    TimeProvider clock
)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    /// <returns>The claims of the successor, null when the session has ended or was renewed too long ago.</returns>
    public async Task<SessionToken?> RenewAsync(SessionToken old, TimeSpan lifetime)
    {
        if (old.Id is not { } id || !Guid.TryParse(id, out var jti))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        recent.Forget(now - Kept);
        var renewal = recent.GetOrAdd(id, _ => new Renewal(now, new(() => ReplaceAsync(jti, now))));
        Successor? successor;
        try
        {
            successor = await renewal.Successor.Value;
        }
        catch
        {
            // The next request tries again instead of meeting this failure for ten seconds.
            recent.Remove(id, renewal);
            throw;
        }

        var issuedAt = successor?.At.ToUnixTimeSeconds() ?? 0;
        return successor is null
            ? null
            : old with
            {
                Id = successor.Id.ToString(),
                IssuedAt = issuedAt,
                ExpiresAt = issuedAt + (long)lifetime.TotalSeconds,
            };
    }

    /// <remarks>Shared by several requests, so that none of them can cancel it.</remarks>
    private async Task<Successor?> ReplaceAsync(Guid jti, DateTimeOffset now)
    {
        var successor = new Successor(Guid.NewGuid(), now);
        await using var transaction = await database.BeginAsync(CancellationToken.None);
        if (!await HandOverAsync(transaction, jti, successor))
        {
            // Another node was quicker, which has committed by now: this one waited for the row.
            return await FindAsync(transaction, jti, now);
        }

        await RememberAsync(transaction, jti, successor);
        await transaction.CommitAsync(CancellationToken.None);
        return successor;
    }

    private async Task<bool> HandOverAsync(WriteTransaction transaction, Guid jti, Successor successor)
    {
        var table = schemas.Current["issuedTokens"];
        var column = table.Column("jti");
        var issuedTime = table.Column("issuedTime");
        var sql = new SqlWriter(database.Dialect);
        sql.Append($"UPDATE {table.Table.Quoted} SET {column.QuotedColumn} = ");
        sql.Parameter(successor.Id, column.ColumnType).Append($", {issuedTime.QuotedColumn} = ");
        sql.Parameter(successor.At.ToUnixTimeMilliseconds(), issuedTime.ColumnType);
        sql.Append($" WHERE {column.QuotedColumn} = ").Parameter(jti, column.ColumnType);
        return await rows.ExecuteAsync(transaction, sql.ToStatement(), CancellationToken.None) == 1;
    }

    private async Task RememberAsync(WriteTransaction transaction, Guid jti, Successor successor)
    {
        var table = schemas.Current[RenewalsCollection.Name];
        var renewedAt = table.Column("renewedAt");
        var sql = new SqlWriter(database.Dialect)
            .Append($"DELETE FROM {table.Table.Quoted} WHERE {renewedAt.QuotedColumn} < ")
            .Parameter((successor.At - Kept).ToUnixTimeMilliseconds(), renewedAt.ColumnType);
        await rows.ExecuteAsync(transaction, sql.ToStatement(), CancellationToken.None);
        var row = JsonSerializer.SerializeToElement(
            new
            {
                jti,
                successor = successor.Id,
                renewedAt = successor.At.ToUnixTimeMilliseconds(),
            }
        );
        await rows.InsertAsync(transaction, table, row, CancellationToken.None);
    }

    private async Task<Successor?> FindAsync(WriteTransaction transaction, Guid jti, DateTimeOffset now)
    {
        var table = schemas.Current[RenewalsCollection.Name];
        var (old, next, renewedAt) = (table.Column("jti"), table.Column("successor"), table.Column("renewedAt"));
        var columns = database.Dialect.Columns;
        var sql = new SqlWriter(database.Dialect)
            .Append($"SELECT {columns.Select(next.ColumnType, next.QuotedColumn)}, {renewedAt.QuotedColumn} ")
            .Append($"FROM {table.Table.Quoted} WHERE {old.QuotedColumn} = ")
            .Parameter(jti, old.ColumnType)
            .Append($" AND {renewedAt.QuotedColumn} >= ")
            .Parameter((now - Kept).ToUnixTimeMilliseconds(), renewedAt.ColumnType);
        await using var command = database.CreateCommand(
            transaction.Connection,
            transaction.Transaction,
            sql.ToStatement()
        );
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
        return await reader.ReadAsync(CancellationToken.None)
            ? new Successor(
                columns.Values.ReadUuid(reader, 0),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1))
            )
            : null;
    }
}
