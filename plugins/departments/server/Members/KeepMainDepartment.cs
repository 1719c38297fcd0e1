using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Sql;
using Pergola.Plugins.Departments.Collections;

namespace Pergola.Plugins.Departments.Members;

/// <summary>
/// The main department of somebody is one of theirs: the first they join, until another is chosen; when they leave it, the one
/// they have been in for longest.
/// </summary>
internal sealed class KeepMainDepartment : IRecordHandler
{
    private const string Main = "mainDepartmentId";

    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Collection.Name == DepartmentsUsersCollection.Name)
        {
            MembershipRow.RefuseMove(change);
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask WrittenAsync(
        RecordChange change,
        WriteSession session,
        CancellationToken cancellationToken
    ) =>
        await (
            (change.Collection.Name, change.Kind) switch
            {
                (DepartmentsUsersCollection.Name, ChangeKinds.Create) => JoinAsync(change, session, cancellationToken),
                (DepartmentsUsersCollection.Name, ChangeKinds.Destroy) => LeaveAsync(
                    change,
                    session,
                    cancellationToken
                ),
                ("users", _) => CheckAsync(change, session, cancellationToken),
                _ => Task.CompletedTask,
            }
        );

    private static Task JoinAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var users = session.Schema["users"];
        var (id, main) = (users.Column("id"), users.Column(Main));
        return session.ExecuteAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"UPDATE {users.Table.Quoted} SET {main.QuotedColumn} = ")
                .Parameter(MembershipRow.Of(change, "departmentId"), main.ColumnType)
                .Append($" WHERE {id.QuotedColumn} = ")
                .Parameter(MembershipRow.Of(change, "userId"), id.ColumnType)
                .Append($" AND {main.QuotedColumn} IS NULL"),
            cancellationToken
        );
    }

    private static Task LeaveAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var (users, links) = (session.Schema["users"], change.Collection);
        var (id, main) = (users.Column("id"), users.Column(Main));
        var (userId, departmentId) = (links.Column("userId"), links.Column("departmentId"));
        var user = MembershipRow.Of(change, "userId");
        return session.ExecuteAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"UPDATE {users.Table.Quoted} SET {main.QuotedColumn} = (SELECT {departmentId.QuotedColumn} ")
                .Append($"FROM {links.Table.Quoted} WHERE {userId.QuotedColumn} = ")
                .Parameter(user, userId.ColumnType)
                .Append($" ORDER BY {links.Column("createdAt").QuotedColumn}, {departmentId.QuotedColumn} LIMIT 1)")
                .Append($" WHERE {id.QuotedColumn} = ")
                .Parameter(user, id.ColumnType)
                .Append($" AND {main.QuotedColumn} = ")
                .Parameter(MembershipRow.Of(change, "departmentId"), main.ColumnType),
            cancellationToken
        );
    }

    /// <summary>After nested values are written, so that somebody may join a department and have it as theirs at once.</summary>
    private static async Task CheckAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Values.GetValueOrDefault(change.Collection.Column(Main)) is not { } department)
        {
            return;
        }

        var links = session.Schema[DepartmentsUsersCollection.Name];
        var (userId, departmentId) = (links.Column("userId"), links.Column("departmentId"));
        var found = await session.ReadTextsAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"SELECT 'member' FROM {links.Table.Quoted} WHERE {userId.QuotedColumn} = ")
                .Parameter(change.Key!.Single, userId.ColumnType)
                .Append($" AND {departmentId.QuotedColumn} = ")
                .Parameter(department, departmentId.ColumnType),
            cancellationToken
        );
        if (found.Count == 0)
        {
            throw new ValidationException("The main department must be one of the user's departments", field: Main);
        }
    }
}
