using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.Auth.Collections;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.Sessions;

/// <summary>The sessions of a user that still run, and their end at somebody's wish.</summary>
internal sealed class RunningSessions(
    Database database,
    SchemaStore schemas,
    SessionUsers users,
    TokenBlacklist blacklist,
    TokenPolicy policy,
    TimeProvider clock
)
{
    /// <returns>The latest first; none that is too old, or older than the password.</returns>
    public async Task<IReadOnlyList<RunningSession>> ListAsync(long userId, CancellationToken cancellationToken)
    {
        var lifetimes = await policy.GetAsync(cancellationToken);
        var user = await users.FindAsync(userId, cancellationToken);
        var start = (clock.GetUtcNow() - lifetimes.Session).ToUnixTimeMilliseconds();
        var since = Math.Max(start, user?.PasswordChangedAt ?? 0);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = database.CreateCommand(connection, transaction: null, Select(userId, since));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = database.Dialect.Columns.Values;
        string? Text(int ordinal) => reader.IsDBNull(ordinal) ? null : values.ReadText(reader, ordinal);
        var sessions = new List<RunningSession>();
        while (await reader.ReadAsync(cancellationToken))
        {
            sessions.Add(
                new RunningSession(
                    values.ReadUuid(reader, 0),
                    values.ReadUuid(reader, 1).ToString(),
                    values.ReadInt64(reader, 2),
                    values.ReadInt64(reader, 3),
                    Text(4),
                    Text(5),
                    Text(6)
                )
            );
        }

        return sessions;
    }

    /// <summary>Ends sessions of the user; their tokens stop counting at once.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EndAsync(long userId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return 0;
        }

        var lifetimes = await policy.GetAsync(cancellationToken);
        var expiration = (clock.GetUtcNow() + lifetimes.Session).UtcDateTime;
        await using var transaction = await database.BeginAsync(cancellationToken);
        var ended = await DeleteAsync(transaction, userId, ids, cancellationToken);
        foreach (var jti in ended)
        {
            await blacklist.AddAsync(transaction, jti, expiration, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return ended.Count;
    }

    private SqlStatement Select(long userId, long since)
    {
        var table = schemas.Current["issuedTokens"];
        var origins = schemas.Current[SessionOriginsCollection.Name];
        var sql = new SqlWriter(database.Dialect).Append("SELECT ");
        ColumnField[] own =
        [
            .. new[] { "id", "jti", "signInTime", "issuedTime", "authenticator" }.Select(table.Column),
        ];
        sql.Join(", ", own, (writer, column) => Column(writer, "s", column));
        foreach (var column in new[] { "userAgent", "address" }.Select(origins.Column))
        {
            Column(sql.Append(", "), "o", column);
        }

        sql.Append($" FROM {table.Table.Quoted} s LEFT JOIN {origins.Table.Quoted} o");
        sql.Append($" ON o.{origins.Column("id").QuotedColumn} = s.{own[0].QuotedColumn}");
        var (user, time) = (table.Column("userId"), table.Column("signInTime"));
        sql.Append($" WHERE s.{user.QuotedColumn} = ").Parameter(userId, user.ColumnType);
        sql.Append($" AND s.{time.QuotedColumn} >= ").Parameter(since, time.ColumnType);
        return sql.Append($" ORDER BY s.{time.QuotedColumn} DESC, s.{own[0].QuotedColumn}").ToStatement();
    }

    private void Column(SqlWriter sql, string alias, ColumnField column) =>
        sql.Append(database.Dialect.Columns.Select(column.ColumnType, $"{alias}.{column.QuotedColumn}"));

    private async Task<IReadOnlyList<string>> DeleteAsync(
        WriteTransaction transaction,
        long userId,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var table = schemas.Current["issuedTokens"];
        var (id, jti, user) = (table.Column("id"), table.Column("jti"), table.Column("userId"));
        var columns = database.Dialect.Columns;
        var sql = new SqlWriter(database.Dialect);
        sql.Append($"DELETE FROM {table.Table.Quoted} WHERE {user.QuotedColumn} = ");
        sql.Parameter(userId, user.ColumnType).Append(" AND ");
        sql.In(id.ColumnType, id.QuotedColumn, [.. ids.Cast<object?>()]);
        sql.Append($" RETURNING {columns.Select(jti.ColumnType, jti.QuotedColumn)}");
        await using var command = database.CreateCommand(
            transaction.Connection,
            transaction.Transaction,
            sql.ToStatement()
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ended = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ended.Add(columns.Values.ReadUuid(reader, 0).ToString());
        }

        return ended;
    }
}

/// <summary>A sign-in whose session runs.</summary>
/// <param name="Id">What it is ended by.</param>
/// <param name="TokenId">Id of its token; changes with every renewal.</param>
/// <param name="SignInTime">Milliseconds since 1970.</param>
/// <param name="IssuedTime">When its token was last renewed; milliseconds since 1970.</param>
/// <param name="Authenticator">Name of the authenticator.</param>
/// <param name="UserAgent">What the client called itself, null where that is not known.</param>
/// <param name="Address">Address of the client, null where that is not known.</param>
internal sealed record RunningSession(
    Guid Id,
    string TokenId,
    long SignInTime,
    long IssuedTime,
    string? Authenticator,
    string? UserAgent,
    string? Address
);
