using System.Data.Common;
using System.Text.Json;
using Pergola.App.Signals;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>How long tokens and sessions live, from the table; kept in memory until somebody changes it.</summary>
internal sealed class TokenPolicy
{
    private const string Key = "token-policy-config";
    private static readonly TimeSpan DefaultToken = TimeSpan.FromDays(1);
    private static readonly TimeSpan DefaultSession = TimeSpan.FromDays(7);
    private static readonly TimeSpan DefaultRenewal = TimeSpan.FromDays(1);
    private readonly Database _database;
    private readonly SchemaStore _schemas;
    private readonly Remembered<TokenLifetimes> _known;

    public TokenPolicy(Database database, SchemaStore schemas, ChangeSignals signals)
    {
        _database = database;
        _schemas = schemas;
        _known = new(signals, "token-policy", ReadAsync);
    }

    public ValueTask<TokenLifetimes> GetAsync(CancellationToken cancellationToken) =>
        _known.GetAsync(cancellationToken);

    public void ForgetWith(WriteTransaction transaction) => _known.ForgetWith(transaction);

    private async Task<TokenLifetimes> ReadAsync(CancellationToken cancellationToken)
    {
        var table = _schemas.Current["tokenControlConfig"];
        var config = table.Column("config");
        var key = table.Column("key");
        var sql = new SqlWriter(_database.Dialect);
        sql.Append("SELECT ").Append(_database.Dialect.Columns.Select(config.ColumnType, config.QuotedColumn));
        sql.Append($" FROM {table.Table.Quoted} WHERE {key.QuotedColumn} = ").Parameter(Key, key.ColumnType);
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var command = _database.CreateCommand(connection, transaction: null, sql.ToStatement());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? Parse(_database.Dialect.Columns.Values.ReadJson(reader, 0))
            : new TokenLifetimes(DefaultToken, DefaultSession, DefaultRenewal);
    }

    private static TokenLifetimes Parse(string json)
    {
        var config = JsonText.Parse(json);
        return new TokenLifetimes(
            Read(config, "tokenExpirationTime", DefaultToken),
            Read(config, "sessionExpirationTime", DefaultSession),
            Read(config, "expiredTokenRenewLimit", DefaultRenewal)
        );
    }

    private static TimeSpan Read(JsonElement config, string name, TimeSpan otherwise) =>
        config.Get(name) is { } value && Lifetime.TryParse(value.ToString(), out var lifetime) ? lifetime : otherwise;
}

/// <param name="Token">Lifetime of one token.</param>
/// <param name="Session">Lifetime of a session as a whole, renewals included.</param>
/// <param name="Renewal">How long an expired token can still be renewed; zero for as long as its session runs.</param>
internal sealed record TokenLifetimes(TimeSpan Token, TimeSpan Session, TimeSpan Renewal);
