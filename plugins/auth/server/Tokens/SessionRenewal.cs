using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>
/// Gives an expired token of a running session a successor. The row of the session changes hands exactly once; requests that
/// carry the same old token at the same time, or up to ten seconds later, get the same successor.
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
        if (old.Id is not { } id || !Guid.TryParse(id, out _))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        recent.Forget(now - Kept);
        var renewal = recent.GetOrAdd(id, _ => new Renewal(now, new(() => ReplaceAsync(id, now))));
        string? successor;
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

        var issuedAt = renewal.At.ToUnixTimeSeconds();
        return successor is null
            ? null
            : old with
            {
                Id = successor,
                IssuedAt = issuedAt,
                ExpiresAt = issuedAt + (long)lifetime.TotalSeconds,
            };
    }

    /// <remarks>Shared by several requests, so that none of them can cancel it.</remarks>
    private async Task<string?> ReplaceAsync(string id, DateTimeOffset now)
    {
        var table = schemas.Current["issuedTokens"];
        var jti = table.Column("jti");
        var issuedTime = table.Column("issuedTime");
        var successor = Guid.NewGuid();
        var sql = new SqlWriter(database.Dialect);
        sql.Append($"UPDATE {table.Table.Quoted} SET {jti.QuotedColumn} = ");
        sql.Parameter(successor, jti.ColumnType);
        sql.Append($", {issuedTime.QuotedColumn} = ").Parameter(now.ToUnixTimeMilliseconds(), issuedTime.ColumnType);
        sql.Append($" WHERE {jti.QuotedColumn} = ").Parameter(Guid.Parse(id), jti.ColumnType);
        await using var transaction = await database.BeginAsync(CancellationToken.None);
        var changed = await rows.ExecuteAsync(transaction, sql.ToStatement(), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return changed == 1 ? successor.ToString() : null;
    }
}
