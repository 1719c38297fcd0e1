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
        var (name, isDefault) = (roles.Column("name"), roles.Column("default"));
        var (roleName, userId) = (links.Column("roleName"), links.Column("userId"));
        var (createdAt, updatedAt) = (links.Column("createdAt"), links.Column("updatedAt"));
        var user = change.Key!.Single;
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"INSERT INTO {links.Table.Quoted} ({roleName.QuotedColumn}, {userId.QuotedColumn}, ")
            .Append($"{createdAt.QuotedColumn}, {updatedAt.QuotedColumn}) SELECT {name.QuotedColumn}, ")
            .Parameter(user, userId.ColumnType)
            .Append(", ")
            .Parameter(session.Now, createdAt.ColumnType)
            .Append(", ")
            .Parameter(session.Now, updatedAt.ColumnType)
            .Append($" FROM {roles.Table.Quoted} WHERE {isDefault.QuotedColumn} = ")
            .Parameter(true, isDefault.ColumnType)
            .Append($" AND NOT EXISTS (SELECT 1 FROM {links.Table.Quoted} WHERE {userId.QuotedColumn} = ")
            .Parameter(user, userId.ColumnType)
            .Append(')');
        await session.ExecuteAsync(sql, cancellationToken);
    }
}
