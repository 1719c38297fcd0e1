using System.Collections.Concurrent;
using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.App.Signals;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>Ended tokens: the table, and what of it still matters in memory.</summary>
internal sealed class TokenBlacklist : IDisposable
{
    private const string Topic = "ended-tokens";
    private readonly Database _database;
    private readonly SchemaStore _schemas;
    private readonly SystemRows _rows;
    private readonly TimeProvider _clock;
    private readonly ChangeSignals _signals;
    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly ConcurrentDictionary<string, DateTime> _ended = new(StringComparer.Ordinal);
    private volatile bool _isLoaded;

    public TokenBlacklist(
        Database database,
        SchemaStore schemas,
        SystemRows rows,
        TimeProvider clock,
        ChangeSignals signals
    )
    {
        _database = database;
        _schemas = schemas;
        _rows = rows;
        _clock = clock;
        _signals = signals;
        signals.On(Topic, Remember);
    }

    public async ValueTask<bool> ContainsAsync(string token, CancellationToken cancellationToken)
    {
        if (!_isLoaded)
        {
            await LoadAsync(cancellationToken);
        }

        return _ended.ContainsKey(token);
    }

    /// <param name="token">Id of the session, or the whole token when it has none.</param>
    /// <param name="expiration">When it would have ended by itself; UTC.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task AddAsync(string token, DateTime expiration, CancellationToken cancellationToken)
    {
        await using var transaction = await _database.BeginAsync(cancellationToken);
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
        await DropExpiredAsync(transaction, cancellationToken);
        var row = JsonSerializer.SerializeToElement(new { token, expiration });
        await _rows.InsertAsync(transaction, _schemas.Current["tokenBlacklist"], row, cancellationToken);
        var message = JsonSerializer.Serialize(new EndedToken(token, expiration));
        _signals.RaiseWith(transaction, Topic, message);
    }

    public void Dispose() => _loading.Dispose();

    private void Remember(string message)
    {
        var (token, expiration) = JsonSerializer.Deserialize<EndedToken>(message)!;
        _ended[token] = expiration;
        var now = _clock.GetUtcNow().UtcDateTime;
        foreach (var (old, _) in _ended.Where(e => e.Value < now))
        {
            _ended.TryRemove(old, out _);
        }
    }

    private async Task DropExpiredAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var table = _schemas.Current["tokenBlacklist"];
        var expiration = table.Column("expiration");
        var sql = new SqlWriter(_database.Dialect);
        sql.Append($"DELETE FROM {table.Table.Quoted} WHERE {expiration.QuotedColumn} < ");
        sql.Parameter(_clock.GetUtcNow().UtcDateTime, expiration.ColumnType);
        await _rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (!_isLoaded)
            {
                await ReadAsync(cancellationToken);
                _isLoaded = true;
            }
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var table = _schemas.Current["tokenBlacklist"];
        var token = table.Column("token");
        var expiration = table.Column("expiration");
        var columns = _database.Dialect.Columns;
        var sql = new SqlWriter(_database.Dialect);
        sql.Append("SELECT ").Append(columns.Select(token.ColumnType, token.QuotedColumn)).Append(", ");
        sql.Append(columns.Select(expiration.ColumnType, expiration.QuotedColumn));
        sql.Append($" FROM {table.Table.Quoted} WHERE {expiration.QuotedColumn} >= ");
        sql.Parameter(_clock.GetUtcNow().UtcDateTime, expiration.ColumnType);
        sql.Append($" AND {token.QuotedColumn} IS NOT NULL");
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var command = _database.CreateCommand(connection, transaction: null, sql.ToStatement());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            _ended[columns.Values.ReadText(reader, 0)] = columns.Values.ReadInstant(reader, 1);
        }
    }

    private sealed record EndedToken(string Token, DateTime Expiration);
}
