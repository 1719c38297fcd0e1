using Pergola.Data.Querying;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Sql;

/// <summary>Recursive parts of statements on trees: ancestors, descendants, and the branches that hold matches.</summary>
internal static class TreeCompiler
{
    /// <summary>
    /// Appends <c>WITH RECURSIVE chain(k, n)</c>: keys of all records a relation to the own collection leads to from the given
    /// parents, step after step, and what the next ones are found by. UNION drops repetitions, so a cycle in the data ends.
    /// </summary>
    public static void WriteChain(SqlWriter sql, Append append, IReadOnlyList<object?> parentKeys)
    {
        var relation = append.Relation;
        var collection = relation.Target;
        var (start, near, far) = relation switch
        {
            BelongsTo r => (r.TargetKey, r.ForeignKey, r.TargetKey),
            HasMany r => (r.ForeignKey, r.SourceKey, r.ForeignKey),
            HasOne r => (r.ForeignKey, r.SourceKey, r.ForeignKey),
            _ => throw new InvalidOperationException($"{relation} cannot be followed recursively."),
        };
        var key = KeyOf(collection);
        var table = collection.Table.Quoted;
        sql.Append($"WITH RECURSIVE chain(k, n) AS (SELECT {JoinTree.Column("c", key)}, {JoinTree.Column("c", near)}")
            .Append($" FROM {table} c WHERE ")
            .In(relation.LocalKey.ColumnType, JoinTree.Column("c", start), parentKeys);
        WriteFilter(sql, append.RecursiveFilter, collection, "c");
        sql.Append($" UNION SELECT {JoinTree.Column("c", key)}, {JoinTree.Column("c", near)} FROM chain")
            .Append($" JOIN {table} c ON {JoinTree.Column("c", far)} = chain.n");
        if (append.RecursiveFilter is not null)
        {
            sql.Append(" WHERE 1 = 1");
            WriteFilter(sql, append.RecursiveFilter, collection, "c");
        }

        sql.Append(") ");
    }

    /// <summary>Appends the WHERE that picks the records of the chain.</summary>
    public static void WriteChainCondition(SqlWriter sql, Collection collection, string alias) =>
        sql.Append($" WHERE {JoinTree.Column(alias, KeyOf(collection))} IN (SELECT k FROM chain)");

    /// <summary>Appends the condition that a record matches or leads down to a match.</summary>
    public static void WriteBranches(SqlWriter sql, FilterTreeBranches branches, string alias)
    {
        var tree = branches.Tree;
        var key = KeyOf(tree);
        var parent =
            tree.TreeParent ?? throw new InvalidOperationException($"{tree.Name} is filtered as a tree and is none.");
        var joins = new JoinTree("m");
        FilterCompiler.Prepare(branches.Matches, joins);
        sql.Append($"{JoinTree.Column(alias, key)} IN (WITH RECURSIVE branch(k, n) AS (")
            .Append($"SELECT {JoinTree.Column("m", key)}, {JoinTree.Column("m", parent.ForeignKey)}")
            .Append($" FROM {tree.Table.Quoted} m");
        joins.Write(sql);
        sql.Append(" WHERE ");
        FilterCompiler.Write(sql, branches.Matches, tree, joins);
        sql.Append($" UNION SELECT {JoinTree.Column("p", key)}, {JoinTree.Column("p", parent.ForeignKey)} FROM branch")
            .Append($" JOIN {tree.Table.Quoted} p ON {JoinTree.Column("p", parent.TargetKey)} = branch.n")
            .Append(") SELECT k FROM branch)");
    }

    /// <summary>What a record is followed by: its primary key, because the key of URLs need not be unique.</summary>
    private static ColumnField KeyOf(Collection collection) =>
        collection.PrimaryKey is [var single] ? single : collection.SingleKey;

    private static void WriteFilter(SqlWriter sql, FilterNode? filter, Collection collection, string alias)
    {
        if (filter is not null)
        {
            sql.Append(" AND ");
            FilterCompiler.Write(sql, filter, collection, new JoinTree(alias));
        }
    }
}
