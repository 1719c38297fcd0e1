using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.Auth.Collections;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.Sessions;

/// <summary>Starts sessions: a row per sign-in, and the token for it.</summary>
internal sealed class SessionBook(
    Database database,
    SchemaStore schemas,
    SystemRows rows,
    TokenIssuer issuer,
    TokenPolicy policy,
    TimeProvider clock
)
{
    public async Task<StartedSession> StartAsync(
        long userId,
        string authenticator,
        SessionOrigin origin,
        CancellationToken cancellationToken
    )
    {
        var lifetimes = await policy.GetAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var signInTime = now.ToUnixTimeMilliseconds();
        var jti = Guid.NewGuid().ToString();
        var id = Guid.NewGuid().ToString();
        var row = JsonSerializer.SerializeToElement(
            new
            {
                id,
                signInTime,
                jti,
                issuedTime = signInTime,
                userId,
                authenticator,
            }
        );
        var originRow = JsonSerializer.SerializeToElement(
            new
            {
                id,
                userId,
                signInTime,
                userAgent = origin.UserAgent,
                address = origin.Address,
            }
        );
        var table = schemas.Current["issuedTokens"];
        var origins = schemas.Current[SessionOriginsCollection.Name];
        var ended = signInTime - (long)lifetimes.Session.TotalMilliseconds;
        await using var transaction = await database.BeginAsync(cancellationToken);
        await rows.InsertAsync(transaction, table, row, cancellationToken);
        await rows.InsertAsync(transaction, origins, originRow, cancellationToken);
        await DropOldAsync(transaction, table, userId, ended, cancellationToken);
        await DropOldAsync(transaction, origins, userId, ended, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        var issuedAt = now.ToUnixTimeSeconds();
        var expiresAt = issuedAt + (long)lifetimes.Token.TotalSeconds;
        var token = new SessionToken(userId, IsSession: true, jti, issuedAt, expiresAt, signInTime, RoleName: null);
        return new StartedSession(issuer.Issue(token), now + lifetimes.Session);
    }

    /// <summary>Takes the row of a session away: its token cannot be renewed once it is no longer blocked.</summary>
    public async Task EndAsync(SessionToken token, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(token.Id, out var id))
        {
            return;
        }

        var table = schemas.Current["issuedTokens"];
        var jti = table.Column("jti");
        var sql = new SqlWriter(database.Dialect);
        sql.Append($"DELETE FROM {table.Table.Quoted} WHERE {jti.QuotedColumn} = ").Parameter(id, jti.ColumnType);
        await using var transaction = await database.BeginAsync(cancellationToken);
        await rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private Task<int> DropOldAsync(
        WriteTransaction transaction,
        Collection table,
        long userId,
        long before,
        CancellationToken cancellationToken
    )
    {
        var user = table.Column("userId");
        var time = table.Column("signInTime");
        var sql = new SqlWriter(database.Dialect);
        sql.Append($"DELETE FROM {table.Table.Quoted} WHERE {user.QuotedColumn} = ").Parameter(userId, user.ColumnType);
        sql.Append($" AND {time.QuotedColumn} < ").Parameter(before, time.ColumnType);
        return rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
    }
}

/// <summary>A token and the end of its session.</summary>
internal sealed record StartedSession(string Token, DateTimeOffset Ends);
