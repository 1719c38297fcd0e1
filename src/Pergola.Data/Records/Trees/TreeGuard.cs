using Pergola.Core.Errors;
using Pergola.Data.Records.Writing;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Trees;

/// <summary>Keeps trees free of cycles.</summary>
internal sealed class TreeGuard(StatementRunner statements)
{
    /// <summary>Deeper chains than this are broken data; the walk must end all the same.</summary>
    public const int MaxDepth = 1_000;

    /// <summary>A new node can only make a cycle by naming itself.</summary>
    public static void RefuseOwnParent(Collection collection, IReadOnlyList<RecordDraft> drafts)
    {
        if (collection is not { IsTree: true, TreeParent: { } tree })
        {
            return;
        }

        foreach (var draft in drafts)
        {
            if (
                draft.Values.GetValueOrDefault(tree.ForeignKey) is { } parent
                && parent.Equals(draft.Values.GetValueOrDefault(tree.TargetKey))
            )
            {
                throw OwnParent(tree.ForeignKey);
            }
        }
    }

    /// <summary>Checks the new parent of one node; true when the values may move it.</summary>
    public async Task<bool> CheckMoveAsync(
        WriteSession session,
        Collection collection,
        RecordKey key,
        IReadOnlyDictionary<ColumnField, object?> values,
        CancellationToken cancellationToken
    )
    {
        if (
            collection is not { IsTree: true, TreeParent: { } tree }
            || !values.TryGetValue(tree.ForeignKey, out var parent)
        )
        {
            return false;
        }

        await statements.LockAsync(session, TreePathWriter.Lock, collection, cancellationToken);
        if (parent is not null)
        {
            await CheckAsync(session, collection, parent, sql => sql.AppendKey(key), cancellationToken);
        }

        return true;
    }

    /// <summary>Refuses a parent that is one of the nodes or below one of them, in one statement.</summary>
    public async Task CheckAsync(
        WriteSession session,
        Collection collection,
        object parent,
        Action<SqlWriter> nodes,
        CancellationToken cancellationToken
    )
    {
        var tree = collection.TreeParent!;
        var table = collection.Table.Quoted;
        var (node, up) = (tree.TargetKey.QuotedColumn, tree.ForeignKey.QuotedColumn);
        var sql = new SqlWriter(session.Database.Dialect)
            .Append(
                $"WITH RECURSIVE \"up\" (\"node\", \"parent\", \"level\") AS (SELECT {node}, {up}, 0 FROM {table} WHERE "
            )
            .AppendEqual(tree.TargetKey, parent)
            .Append($" UNION ALL SELECT \"t\".{node}, \"t\".{up}, \"up\".\"level\" + 1 FROM {table} AS \"t\"")
            .Append($" JOIN \"up\" ON \"t\".{node} = \"up\".\"parent\" WHERE \"up\".\"level\" < ")
            .Append(MaxDepth)
            .Append($") SELECT {Select(session, tree.TargetKey)} FROM {table} WHERE ")
            .Append($"{node} IN (SELECT \"node\" FROM \"up\") AND ");
        nodes(sql);
        var found = await statements.ReadValuesAsync(session, [tree.TargetKey], sql.ToStatement(), cancellationToken);
        if (found.Count == 0)
        {
            return;
        }

        if (found.Exists(row => parent.Equals(row[0])))
        {
            throw OwnParent(tree.ForeignKey);
        }

        throw new ValidationException("Cannot set a descendant node as the parent node", field: tree.ForeignKey.Name);
    }

    private static string Select(WriteSession session, ColumnField column) =>
        session.Database.Dialect.Columns.Select(column.ColumnType, column.QuotedColumn);

    private static ValidationException OwnParent(ColumnField parent) =>
        new("Cannot set itself as the parent node", field: parent.Name);
}
