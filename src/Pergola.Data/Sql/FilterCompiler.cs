using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.Data.Querying;
using Pergola.Data.Schema;

namespace Pergola.Data.Sql;

/// <summary>
/// Filters to SQL. A filter over to-one paths joins into the statement itself. One that passes a relation with several
/// rows becomes <c>key IN (SELECT key FROM … LEFT JOIN … WHERE …)</c>, so that rows are never duplicated and every
/// condition on the same path sees the same related row.
/// </summary>
internal static class FilterCompiler
{
    /// <summary>Operands of one AND or OR without parentheses between them.</summary>
    private const int LongestRun = 4;

    /// <summary>Registers the joins a filter needs in the statement it is compiled into.</summary>
    public static void Prepare(FilterNode? filter, JoinTree joins)
    {
        if (filter is null || Multiplies(filter))
        {
            return;
        }

        foreach (var path in filter.Paths)
        {
            joins.AliasOf(path.Relations);
        }
    }

    /// <summary>Appends the condition; <see cref="Prepare"/> must have run before the joins were written.</summary>
    public static void Write(SqlWriter sql, FilterNode filter, Collection root, JoinTree joins)
    {
        if (!Multiplies(filter))
        {
            WriteNode(sql, filter, joins);
            return;
        }

        if (root.PrimaryKey.Count == 0)
        {
            throw new BadRequestException(
                "Collection {collection} has no primary key, so it cannot be filtered by related records",
                [("collection", root.Name)],
                "filter"
            );
        }

        var inner = new JoinTree(joins.RootAlias + "f");
        foreach (var path in filter.Paths)
        {
            inner.AliasOf(path.Relations);
        }

        WriteKey(sql, root, joins.RootAlias);
        sql.Append(" IN (SELECT ")
            .Join(", ", root.PrimaryKey, (s, c) => s.Append(JoinTree.Column(inner.RootAlias, c)))
            .Append($" FROM {root.Table.Quoted} {inner.RootAlias}");
        inner.Write(sql);
        sql.Append(" WHERE ");
        WriteNode(sql, filter, inner);
        sql.Append(')');
    }

    private static void WriteKey(SqlWriter sql, Collection root, string alias)
    {
        var several = root.PrimaryKey.Count > 1;
        sql.Append(several ? "(" : "")
            .Join(", ", root.PrimaryKey, (s, c) => s.Append(JoinTree.Column(alias, c)))
            .Append(several ? ")" : "");
    }

    private static void WriteNode(SqlWriter sql, FilterNode node, JoinTree joins)
    {
        switch (node)
        {
            case FilterGroup group:
                WriteGroup(sql, group, 0, group.Children.Count, joins);
                break;
            case FilterNot not:
                sql.Append("NOT (");
                WriteNode(sql, not.Child, joins);
                sql.Append(')');
                break;
            case FilterCondition condition:
                sql.Append('(');
                condition.Writer(sql, ColumnOf(condition.Path, joins));
                sql.Append(')');
                break;
            case FilterColumns columns:
                sql.Append('(')
                    .Append(ComparableOf(columns.Left, sql.Dialect, joins))
                    .Append($" {columns.Comparison} ")
                    .Append(ComparableOf(columns.Right, sql.Dialect, joins))
                    .Append(')');
                break;
            case FilterTreeBranches branches:
                TreeCompiler.WriteBranches(sql, branches, joins.RootAlias);
                break;
            default:
                throw new InvalidOperationException($"{node.GetType().Name} is not a filter node.");
        }
    }

    /// <summary>
    /// Long groups are halved, so that the depth of the expression grows with the logarithm of their length: SQLite
    /// takes a depth of 1,000, and a thousand operands in a row would be as deep.
    /// </summary>
    private static void WriteGroup(SqlWriter sql, FilterGroup group, int start, int count, JoinTree joins)
    {
        var joint = group.IsAnd ? " AND " : " OR ";
        sql.Append('(');
        if (count <= LongestRun)
        {
            sql.Join(joint, group.Children.Skip(start).Take(count), (s, child) => WriteNode(s, child, joins));
        }
        else
        {
            var half = count / 2;
            WriteGroup(sql, group, start, half, joins);
            sql.Append(joint);
            WriteGroup(sql, group, start + half, count - half, joins);
        }

        sql.Append(')');
    }

    private static string ComparableOf(FieldPath path, Dialect dialect, JoinTree joins) =>
        dialect.Columns.Comparable(path.Field.ColumnType, ColumnOf(path, joins));

    private static string ColumnOf(FieldPath path, JoinTree joins) =>
        JoinTree.Column(joins.AliasOf(path.Relations), path.Field);

    private static bool Multiplies(FilterNode filter) => filter.Paths.Any(p => JoinTree.Multiplies(p.Relations));
}
