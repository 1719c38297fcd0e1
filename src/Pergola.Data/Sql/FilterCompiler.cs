using Pergola.Core.Errors;
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
    /// <summary>Registers the joins a filter needs in the statement it is compiled into.</summary>
    public static void Prepare(FilterNode? filter, JoinTree joins)
    {
        if (filter is null || Multiplies(filter))
        {
            return;
        }

        foreach (var path in Paths(filter))
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
        foreach (var path in Paths(filter))
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
                sql.Append('(')
                    .Join(group.IsAnd ? " AND " : " OR ", group.Children, (s, child) => WriteNode(s, child, joins))
                    .Append(')');
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
                    .Append(ColumnOf(columns.Left, joins))
                    .Append(' ')
                    .Append(columns.Comparison)
                    .Append(' ')
                    .Append(ColumnOf(columns.Right, joins))
                    .Append(')');
                break;
            case FilterTreeBranches branches:
                TreeCompiler.WriteBranches(sql, branches, joins.RootAlias);
                break;
            default:
                throw new InvalidOperationException($"{node.GetType().Name} is not a filter node.");
        }
    }

    private static string ColumnOf(FieldPath path, JoinTree joins) =>
        JoinTree.Column(joins.AliasOf(path.Relations), path.Field);

    private static bool Multiplies(FilterNode filter) => Paths(filter).Any(p => JoinTree.Multiplies(p.Relations));

    private static IEnumerable<FieldPath> Paths(FilterNode node) =>
        node switch
        {
            FilterGroup group => group.Children.SelectMany(Paths),
            FilterNot not => Paths(not.Child),
            FilterCondition condition => [condition.Path],
            FilterColumns columns => [columns.Left, columns.Right],
            _ => [],
        };
}
