using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Users.Roles;

/// <summary>A new user who was given no role gets the one that is marked as default.</summary>
internal sealed class GiveDefaultRole : IRecordHandler
{
    public async ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var (roles, links) = (session.Schema["roles"], session.Schema["rolesUsers"]);
        roles.TryGetColumn("name", out var name);
        roles.TryGetColumn("default", out var isDefault);
        links.TryGetColumn("roleName", out var roleName);
        links.TryGetColumn("userId", out var userId);
        links.TryGetColumn("createdAt", out var createdAt);
        links.TryGetColumn("updatedAt", out var updatedAt);
        var user = change.Key!.Single;
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"INSERT INTO {links.Table.Quoted} ({roleName!.QuotedColumn}, {userId!.QuotedColumn}, ")
            .Append($"{createdAt!.QuotedColumn}, {updatedAt!.QuotedColumn}) SELECT {name!.QuotedColumn}, ")
            .Parameter(user, userId.ColumnType)
            .Append(", ")
            .Parameter(session.Now, createdAt.ColumnType)
            .Append(", ")
            .Parameter(session.Now, updatedAt.ColumnType)
            .Append($" FROM {roles.Table.Quoted} WHERE {isDefault!.QuotedColumn} = ")
            .Parameter(true, isDefault.ColumnType)
            .Append($" AND NOT EXISTS (SELECT 1 FROM {links.Table.Quoted} WHERE {userId.QuotedColumn} = ")
            .Parameter(user, userId.ColumnType)
            .Append(')');
        await using var command = session.Database.CreateCommand(
            session.Transaction.Connection,
            session.Transaction.Transaction,
            sql.ToStatement()
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
