using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Sql;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.ApiKeys;

/// <summary>A key that is removed stops counting at once.</summary>
internal sealed class BlockRemovedKey(TokenBlacklist blacklist, TokenReader reader) : IRecordHandler
{
    // A key without readable end is remembered for as long as keys can live.
    private static readonly DateTime Forever = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var table = change.Collection;
        var key = table.PrimaryKey[0];
        var sql = new SqlWriter(session.Database.Dialect)
            .Append(
                $"SELECT {table.Column("token").QuotedColumn} FROM {table.Table.Quoted} WHERE {key.QuotedColumn} = "
            )
            .Parameter(change.Key!.Single, key.ColumnType);
        foreach (var blocked in await session.ReadTextsAsync(sql, cancellationToken))
        {
            await BlockAsync(blocked, session, cancellationToken);
        }
    }

    private async Task BlockAsync(string blocked, WriteSession session, CancellationToken cancellationToken)
    {
        var ends = await reader.ReadAsync(blocked) is { } claims
            ? DateTimeOffset.FromUnixTimeSeconds(claims.ExpiresAt).UtcDateTime
            : Forever;
        await blacklist.AddAsync(session.Transaction, blocked, ends, cancellationToken);
    }
}
