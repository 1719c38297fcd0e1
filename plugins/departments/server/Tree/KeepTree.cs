using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.Departments.Collections;

namespace Pergola.Plugins.Departments.Tree;

/// <summary>
/// Every department has a name and knows whether others are below it; one that others are below, or that has members, stays.
/// </summary>
internal sealed class KeepTree : IRecordHandler
{
    private const string Children = "children";
    private const string Members = "members";

    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Kind == ChangeKinds.Destroy)
        {
            await RefuseUsedAsync(change, session, cancellationToken);
            return;
        }

        RequireTitle(change);
        var isLeaf = change.Collection.Column("isLeaf");
        change.Values.Remove(isLeaf);
        if (change.Kind == ChangeKinds.Create)
        {
            change.Values[isLeaf] = true;
        }
    }

    public async ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        // All of them in one statement: a move concerns two parents, and nested values any number.
        var departments = change.Collection;
        var (id, parent) = (departments.Column("id").QuotedColumn, departments.Column("parentId").QuotedColumn);
        var isLeaf = departments.Column("isLeaf").QuotedColumn;
        var hasNone = $"NOT EXISTS (SELECT 1 FROM {departments.Table.Quoted} c WHERE c.{parent} = d.{id})";
        await session.ExecuteAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"UPDATE {departments.Table.Quoted} AS d SET {isLeaf} = {hasNone} ")
                .Append($"WHERE {isLeaf} IS NULL OR {isLeaf} <> ({hasNone})"),
            cancellationToken
        );
    }

    private static void RequireTitle(RecordChange change)
    {
        var title = change.Collection.Column("title");
        var isGiven = change.Values.TryGetValue(title, out var text);
        if ((isGiven || change.Kind == ChangeKinds.Create) && string.IsNullOrWhiteSpace(text as string))
        {
            throw new ValidationException("A department needs a name", field: title.Name);
        }
    }

    private static async Task RefuseUsedAsync(
        RecordChange change,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var sql = new SqlWriter(session.Database.Dialect);
        AppendUse(sql, Children, change.Collection.Column("parentId"), change);
        sql.Append(" UNION ALL ");
        AppendUse(sql, Members, session.Schema[DepartmentsUsersCollection.Name].Column("departmentId"), change);
        var uses = await session.ReadTextsAsync(sql, cancellationToken);
        if (uses.Contains(Children, StringComparer.Ordinal))
        {
            throw new ValidationException(
                "The department has departments below it. Move or delete them first.",
                field: Children
            );
        }

        if (uses.Contains(Members, StringComparer.Ordinal))
        {
            throw new ValidationException("The department has members. Remove them first.", field: Members);
        }
    }

    private static void AppendUse(SqlWriter sql, string use, ColumnField column, RecordChange change) =>
        sql.Append($"SELECT '{use}' WHERE EXISTS (SELECT 1 FROM {column.Collection.Table.Quoted} WHERE ")
            .Append(column.QuotedColumn)
            .Append(" = ")
            .Parameter(change.Key!.Single, column.ColumnType)
            .Append(')');
}
