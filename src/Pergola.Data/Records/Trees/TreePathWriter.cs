using Pergola.Data.Fields;
using Pergola.Data.Records.Writing;
using Pergola.Data.Relations;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Trees;

/// <summary>
/// Keeps the path table of a tree exact: one row per node with its path from the root. Paths are computed from the
/// nodes themselves, set-wise, so that parents and children may be written in one batch.
/// </summary>
internal sealed class TreePathWriter(StatementRunner statements)
{
    /// <summary>Kind of lock that orders those who move nodes and those who hang nodes below others.</summary>
    public const string Lock = "tree";

    /// <summary>Taken by inserts below a parent only: a new root is nobody's business.</summary>
    public async Task LockAsync(
        WriteSession session,
        WritePlan plan,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        if (
            TryGetPaths(plan.Collection, out _)
            && drafts.Any(d => d.Values.GetValueOrDefault(plan.Collection.TreeParent!.ForeignKey) is not null)
        )
        {
            await statements.LockAsync(session, Lock, plan.Collection, cancellationToken);
        }
    }

    /// <summary>Adds the paths of new nodes.</summary>
    public async Task InsertedAsync(
        WriteSession session,
        WritePlan plan,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        if (!TryGetPaths(plan.Collection, out var table))
        {
            return;
        }

        var nodes = drafts.Select(d => d.Row.Value(table.Node)).ToList();
        var sql = new SqlWriter(session.Database.Dialect).Append("WITH RECURSIVE ");
        AppendPaths(sql, table, w => w.AppendIn(table.Node, nodes));
        await statements.ExecuteAsync(session, sql.ToStatement(), cancellationToken);
    }

    /// <summary>Writes the paths of nodes whose parent changed, and of everything below them, anew.</summary>
    /// <param name="session">The write it belongs to.</param>
    /// <param name="collection">The tree.</param>
    /// <param name="nodes">Primary keys of the nodes.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public async Task MovedAsync(
        WriteSession session,
        Collection collection,
        IReadOnlyList<object?> nodes,
        CancellationToken cancellationToken
    )
    {
        if (nodes.Count > 0 && TryGetPaths(collection, out var table))
        {
            await RewriteAsync(session, table, nodes, cancellationToken);
        }
    }

    /// <summary>Removes the paths of deleted nodes.</summary>
    public async Task DeletedAsync(
        WriteSession session,
        Collection collection,
        IReadOnlyList<object?> nodes,
        CancellationToken cancellationToken
    )
    {
        if (TryGetPaths(collection, out var table))
        {
            var statement = new DeleteCompiler(session.Database.Dialect).Compile(
                table.Paths,
                sql => sql.AppendIn(table.PathNode, nodes)
            );
            await statements.ExecuteAsync(session, statement, cancellationToken);
        }
    }

    private async Task RewriteAsync(
        WriteSession session,
        PathTable table,
        IReadOnlyList<object?> nodes,
        CancellationToken cancellationToken
    )
    {
        var delete = new SqlWriter(session.Database.Dialect).Append("WITH RECURSIVE ");
        AppendSubtree(delete, table, nodes);
        delete.Append($" DELETE FROM {table.Paths.Table.Quoted} WHERE {table.PathNode.QuotedColumn}");
        delete.Append(" IN (SELECT \"node\" FROM \"below\")");
        await statements.ExecuteAsync(session, delete.ToStatement(), cancellationToken);

        var insert = new SqlWriter(session.Database.Dialect).Append("WITH RECURSIVE ");
        AppendSubtree(insert, table, nodes);
        insert.Append(", ");
        AppendPaths(
            insert,
            table,
            w => w.Append(table.Node.QuotedColumn).Append(" IN (SELECT \"node\" FROM \"below\")")
        );
        await statements.ExecuteAsync(session, insert.ToStatement(), cancellationToken);
    }

    /// <summary>Common table expression <c>below</c>: the nodes and all their descendants.</summary>
    private static void AppendSubtree(SqlWriter sql, PathTable table, IReadOnlyList<object?> nodes)
    {
        var (node, key, up) = table.Names;
        var source = table.Nodes.Table.Quoted;
        sql.Append($"\"below\" (\"node\", \"key\", \"level\") AS (SELECT {node}, {key}, 0 FROM {source} WHERE ")
            .AppendIn(table.Node, nodes)
            .Append($" UNION ALL SELECT \"t\".{node}, \"t\".{key}, \"below\".\"level\" + 1 FROM {source} AS \"t\"")
            .Append($" JOIN \"below\" ON \"t\".{up} = \"below\".\"key\" WHERE \"below\".\"level\" < ")
            .Append(TreeGuard.MaxDepth)
            .Append(')');
    }

    /// <summary>
    /// Common table expression <c>up</c>, which walks from each node to its root, and the INSERT that takes the walk's
    /// last step. A parent that does not exist ends the walk like a root.
    /// </summary>
    private static void AppendPaths(SqlWriter sql, PathTable table, Action<SqlWriter> nodes)
    {
        var (node, key, up) = table.Names;
        var source = table.Nodes.Table.Quoted;
        var text = sql.Dialect.Text;
        sql.Append("\"up\" (\"start\", \"parent\", \"path\", \"root\", \"level\") AS (")
            .Append($"SELECT {node}, {up}, '/' || {text.AsText(node)}, {node}, 0 FROM {source} WHERE ");
        nodes(sql);
        sql.Append(
                $" UNION ALL SELECT \"up\".\"start\", \"t\".{up}, '/' || {text.AsText("\"t\"." + node)} || \"up\".\"path\", "
            )
            .Append(
                $"\"t\".{node}, \"up\".\"level\" + 1 FROM {source} AS \"t\" JOIN \"up\" ON \"t\".{key} = \"up\".\"parent\""
            )
            .Append(" WHERE \"up\".\"level\" < ")
            .Append(TreeGuard.MaxDepth)
            .Append($") INSERT INTO {table.Paths.Table.Quoted} ({table.PathNode.QuotedColumn}, ")
            .Append($"{table.Path.QuotedColumn}, {table.PathRoot.QuotedColumn}) ")
            .Append("SELECT \"start\", \"path\", \"root\" FROM \"up\" WHERE NOT EXISTS ")
            .Append($"(SELECT 1 FROM {source} AS \"p\" WHERE \"p\".{key} = \"up\".\"parent\")");
    }

    /// <summary>Paths exist for trees over one key column that fits the path table.</summary>
    private static bool TryGetPaths(Collection collection, out PathTable table)
    {
        table = default;
        if (
            collection is not { IsTree: true, TreeParent: { } tree, TreePath: { } paths, PrimaryKey: [var node] }
            || !paths.TryGetColumn("nodePk", out var pathNode)
            || !paths.TryGetColumn("path", out var path)
            || !paths.TryGetColumn("rootPk", out var pathRoot)
            || (IsText(pathNode) != IsText(node))
        )
        {
            return false;
        }

        table = new PathTable(collection, tree, node, paths, pathNode, path, pathRoot);
        return true;
    }

    private static bool IsText(ColumnField column) =>
        column.ColumnType.Kind is not (ColumnKind.Int32 or ColumnKind.Int64);

    private readonly record struct PathTable(
        Collection Nodes,
        BelongsTo Tree,
        ColumnField Node,
        Collection Paths,
        ColumnField PathNode,
        ColumnField Path,
        ColumnField PathRoot
    )
    {
        /// <summary>Quoted columns of a node: primary key, key its children point to, key of its parent.</summary>
        public (string Node, string Key, string Up) Names =>
            (Node.QuotedColumn, Tree.TargetKey.QuotedColumn, Tree.ForeignKey.QuotedColumn);
    }
}
