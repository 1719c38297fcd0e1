using Pergola.App.Acl.Rules;
using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Acl.Roles;

/// <summary>
/// Nobody becomes more powerful by managing users: a role is given and taken, and an account that has it is changed, by those
/// who may do all that the role may, or who may change roles anyway. The role <c>root</c> is touched by its holders only.
/// </summary>
internal sealed class GuardPower(PermissionBook book) : IRecordHandler
{
    private const string Root = "root";

    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        // Neither user nor role: the server itself writes.
        if (session.Values.IsUnlimited || session.Values is { UserId: null, Roles.Count: 0 })
        {
            return;
        }

        var mayChangeRoles = book.AllowsBySnippet(session.Values.Roles, "roles", "update");
        if (change.Collection.Name == "roles" && !mayChangeRoles)
        {
            throw new ForbiddenException();
        }

        var roles = change.Collection.Name switch
        {
            "roles" => change.Key is { } role ? [role.Single.ToString()!] : [],
            "rolesUsers" => IsOwnChoice(change, session) ? [] : RolesOf(change),
            _ when change.Key is { } user && !user.Single.Equals(session.Values.UserId) => await ReadRolesAsync(
                user.Single,
                session,
                cancellationToken
            ),
            _ => [],
        };
        var touched = roles.Where(r => r != RoleNames.Union);
        if (!touched.All(r => r != Root && (mayChangeRoles || book.Covers(session.Values.Roles, r, session.Schema))))
        {
            throw new ForbiddenException();
        }
    }

    /// <summary>Which of their roles somebody acts as by default is for them to say.</summary>
    private static bool IsOwnChoice(RecordChange change, WriteSession session) =>
        change.Kind == ChangeKinds.Update
        && change.Values.Keys.All(c => c.Name is "default" or "updatedAt")
        && change.Key is { } key
        && key.Columns.Zip(key.Values).Any(p => p.First.Name == "userId" && p.Second.Equals(session.Values.UserId));

    private static IReadOnlyList<string> RolesOf(RecordChange change)
    {
        var roles = new List<string>();
        if (
            change.Collection.TryGetColumn("roleName", out var column)
            && change.Values.GetValueOrDefault(column) is string given
        )
        {
            roles.Add(given);
        }

        for (var index = 0; change.Key is { } key && index < key.Columns.Count; index++)
        {
            if (key.Columns[index].Name == "roleName")
            {
                roles.Add(key.Values[index].ToString()!);
            }
        }

        return roles;
    }

    private static Task<IReadOnlyList<string>> ReadRolesAsync(
        object user,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var links = session.Schema["rolesUsers"];
        var (roleName, userId) = (links.Column("roleName"), links.Column("userId"));
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"SELECT {roleName.QuotedColumn} FROM {links.Table.Quoted} WHERE {userId.QuotedColumn} = ")
            .Parameter(user, userId.ColumnType);
        return session.ReadTextsAsync(sql, cancellationToken);
    }
}
