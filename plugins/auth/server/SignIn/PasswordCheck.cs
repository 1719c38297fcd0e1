using Pergola.Core.Passwords;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Auth.SignIn;

/// <summary>
/// Finds the user behind an account name and password. An unknown account costs the same work as a wrong password, so that
/// time tells nobody which accounts exist. Whoever asks holds a turn of <see cref="HashingQueue"/>.
/// </summary>
internal sealed class PasswordCheck(Database database, SchemaStore schemas, ScryptPasswordHash hash)
{
    private readonly Lazy<string> _nobody = new(() => hash.Hash(Guid.NewGuid().ToString(), PasswordFormat.Default));

    /// <returns>Id of the user, null when account or password is wrong.</returns>
    public async Task<long?> FindAsync(string account, string password, CancellationToken cancellationToken)
    {
        var (id, stored) = await ReadAsync(ByAccount(account), cancellationToken);
        return IsRight(password, stored) ? id : null;
    }

    /// <summary>Whether a password is that of a user.</summary>
    public async Task<bool> IsRightAsync(long userId, string password, CancellationToken cancellationToken)
    {
        var (_, stored) = await ReadAsync(ById(userId), cancellationToken);
        return IsRight(password, stored);
    }

    private bool IsRight(string password, string? stored) =>
        hash.Verify(password, stored ?? _nobody.Value, PasswordFormat.Default) && stored is not null;

    private static Action<SqlWriter, Collection> ByAccount(string account) =>
        (sql, users) =>
        {
            var username = users.Column("username");
            var email = users.Column("email");
            sql.Append($"{username.QuotedColumn} = ").Parameter(account, username.ColumnType);
            sql.Append($" OR {email.QuotedColumn} = ").Parameter(account, email.ColumnType);
        };

    private static Action<SqlWriter, Collection> ById(long userId) =>
        (sql, users) =>
        {
            var id = users.Column("id");
            sql.Append($"{id.QuotedColumn} = ").Parameter(userId, id.ColumnType);
        };

    private async Task<(long? Id, string? Stored)> ReadAsync(
        Action<SqlWriter, Collection> condition,
        CancellationToken cancellationToken
    )
    {
        var users = schemas.Current["users"];
        var columns = database.Dialect.Columns;
        var id = users.Column("id");
        var password = users.Column("password");
        var sql = new SqlWriter(database.Dialect);
        sql.Append($"SELECT {id.QuotedColumn}, {password.QuotedColumn} FROM {users.Table.Quoted} WHERE ");
        condition(sql, users);
        sql.Append($" ORDER BY {id.QuotedColumn} LIMIT 1");
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = database.CreateCommand(connection, transaction: null, sql.ToStatement());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return (null, null);
        }

        return (columns.Values.ReadInt64(reader, 0), reader.IsDBNull(1) ? null : columns.Values.ReadText(reader, 1));
    }
}
