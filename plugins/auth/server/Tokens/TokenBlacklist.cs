using System.Collections.Concurrent;
using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>Ended tokens: the table, and what of it still matters in memory.</summary>
internal sealed class TokenBlacklist(Database database, SchemaStore schemas, SystemRows rows, TimeProvider clock)
    : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile ConcurrentDictionary<string, DateTime>? _ended;

    public async ValueTask<bool> ContainsAsync(string token, CancellationToken cancellationToken)
    {
        var ended = _ended ?? await LoadAsync(cancellationToken);
        return ended.ContainsKey(token);
    }

    /// <param name="token">Id of the session, or the whole token when it has none.</param>
    /// <param name="expiration">When it would have ended by itself; UTC.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task AddAsync(string token, DateTime expiration, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        await AddAsync(transaction, token, expiration, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>As above, as a part of another change.</summary>
    public async Task AddAsync(
        WriteTransaction transaction,
        string token,
        DateTime expiration,
        CancellationToken cancellationToken
    )
    {
        var ended = _ended ?? await LoadAsync(cancellationToken);
        await DropExpiredAsync(transaction, cancellationToken);
        var row = JsonSerializer.SerializeToElement(new { token, expiration });
        await rows.InsertAsync(transaction, schemas.Current["tokenBlacklist"], row, cancellationToken);
        transaction.AfterCommit(_ =>
        {
            Remember(ended, token, expiration);
            return ValueTask.CompletedTask;
        });
    }

    public void Dispose() => _loading.Dispose();

    private void Remember(ConcurrentDictionary<string, DateTime> ended, string token, DateTime expiration)
    {
        ended[token] = expiration;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (old, _) in ended.Where(e => e.Value < now))
        {
            ended.TryRemove(old, out _);
        }
    }

    private async Task DropExpiredAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var table = schemas.Current["tokenBlacklist"];
        var expiration = table.Column("expiration");
        var sql = new SqlWriter(database.Dialect);
        sql.Append($"DELETE FROM {table.Table.Quoted} WHERE {expiration.QuotedColumn} < ");
        sql.Parameter(clock.GetUtcNow().UtcDateTime, expiration.ColumnType);
        await rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
    }

    private async Task<ConcurrentDictionary<string, DateTime>> LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            return _ended ??= await ReadAsync(cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<ConcurrentDictionary<string, DateTime>> ReadAsync(CancellationToken cancellationToken)
    {
        var table = schemas.Current["tokenBlacklist"];
        var token = table.Column("token");
        var expiration = table.Column("expiration");
        var columns = database.Dialect.Columns;
        var sql = new SqlWriter(database.Dialect);
        sql.Append("SELECT ").Append(columns.Select(token.ColumnType, token.QuotedColumn)).Append(", ");
        sql.Append(columns.Select(expiration.ColumnType, expiration.QuotedColumn));
        sql.Append($" FROM {table.Table.Quoted} WHERE {expiration.QuotedColumn} >= ");
        sql.Parameter(clock.GetUtcNow().UtcDateTime, expiration.ColumnType);
        sql.Append($" AND {token.QuotedColumn} IS NOT NULL");
        var ended = new ConcurrentDictionary<string, DateTime>(StringComparer.Ordinal);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = database.CreateCommand(connection, transaction: null, sql.ToStatement());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            ended[columns.Values.ReadText(reader, 0)] = columns.Values.ReadInstant(reader, 1);
        }

        return ended;
    }
}
