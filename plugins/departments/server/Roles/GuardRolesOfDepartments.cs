using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Sql;
using Pergola.Plugins.Acl.Roles;
using Pergola.Plugins.Departments.Collections;
using Pergola.Plugins.Departments.Members;

namespace Pergola.Plugins.Departments.Roles;

/// <summary>
/// Nobody becomes more powerful by managing departments: who gives a department a role gives it to its members, and who
/// makes somebody a member gives them its roles. Both take the right to give these roles, as taking them away does.
/// </summary>
internal sealed class GuardRolesOfDepartments(RolePower power) : IRecordHandler
{
    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        MembershipRow.RefuseMove(change);
        if (!RolePower.IsLimited(session))
        {
            return;
        }

        if (change.Collection.Name == DepartmentsRolesCollection.Name)
        {
            power.RequireGiving([MembershipRow.Of(change, "roleName")?.ToString() ?? string.Empty], session);
        }
        else if (change.Kind != ChangeKinds.Update)
        {
            power.RequireGiving(await RolesOfAsync(change, session, cancellationToken), session);
        }
    }

    private static Task<IReadOnlyList<string>> RolesOfAsync(
        RecordChange change,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var roles = session.Schema[DepartmentsRolesCollection.Name];
        var department = roles.Column("departmentId");
        return session.ReadTextsAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"SELECT {roles.Column("roleName").QuotedColumn} FROM {roles.Table.Quoted} WHERE ")
                .Append($"{department.QuotedColumn} = ")
                .Parameter(MembershipRow.Of(change, "departmentId"), department.ColumnType),
            cancellationToken
        );
    }
}
