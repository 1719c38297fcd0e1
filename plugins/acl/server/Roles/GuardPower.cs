using Pergola.App.Acl.Rules;
using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Acl.Roles;

/// <summary>
/// Nobody becomes more powerful by managing users: a role is given and taken, and an account that has it is changed, by those
/// who may give it (<see cref="RolePower"/>). Roles that an account has by what it belongs to count like its own.
/// </summary>
internal sealed class GuardPower(RolePower power, IEnumerable<IMembership> memberships) : IRecordHandler
{
    private const string Root = "root";
    private readonly IMembership[] _memberships = [.. memberships];

    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (!RolePower.IsLimited(session))
        {
            return;
        }

        switch (change.Collection.Name)
        {
            case "roles":
                if (!power.MayChangeRoles(session) || (change.Key is { } role && role.Single.ToString() == Root))
                {
                    throw new ForbiddenException();
                }

                break;
            case "rolesUsers":
                power.RequireGiving(
                    IsOwnChoice(change, session) ? [] : RolesOf(change).Where(role => role != RoleNames.Union),
                    session
                );
                break;
            default:
                if (change.Key is { } user && !user.Single.Equals(session.Values.UserId))
                {
                    power.RequireGiving(await ReadRolesAsync(user.Single, session, cancellationToken), session);
                }

                break;
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

    private async Task<IReadOnlyList<string>> ReadRolesAsync(
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
        var roles = new List<string>(await session.ReadTextsAsync(sql, cancellationToken));
        foreach (var membership in _memberships)
        {
            roles.AddRange(await membership.RolesOfAsync(user, session, cancellationToken));
        }

        return roles;
    }
}
