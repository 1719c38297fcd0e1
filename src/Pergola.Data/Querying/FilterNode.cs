using Pergola.Data.Operators;
using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary>A condition on records, resolved against a snapshot.</summary>
public abstract record FilterNode
{
    /// <summary>Both conditions; either may be absent.</summary>
    public static FilterNode? And(FilterNode? left, FilterNode? right) =>
        (left, right) switch
        {
            (null, _) => right,
            (_, null) => left,
            _ => new FilterGroup(IsAnd: true, [left, right]),
        };

    /// <summary>The paths of every condition; those of a condition on branches of a tree left aside.</summary>
    public IEnumerable<FieldPath> Paths =>
        this switch
        {
            FilterGroup group => group.Children.SelectMany(c => c.Paths),
            FilterNot not => not.Child.Paths,
            FilterCondition condition => [condition.Path],
            FilterColumns columns => [columns.Left, columns.Right],
            _ => [],
        };

    /// <summary>The same condition with something else in the place of each of its conditions on columns.</summary>
    public FilterNode Rewrite(Func<FilterNode, FieldPath, FilterNode> replace) =>
        this switch
        {
            FilterGroup group => group with { Children = [.. group.Children.Select(c => c.Rewrite(replace))] },
            FilterNot not => new FilterNot(not.Child.Rewrite(replace)),
            FilterCondition condition => replace(condition, condition.Path),
            FilterColumns columns => replace(columns, columns.Left),
            _ => this,
        };

    /// <summary>A condition on records as a condition on records that lead to them.</summary>
    public FilterNode Under(IReadOnlyList<Relation> path) =>
        Rewrite(
            (node, _) =>
                node switch
                {
                    FilterCondition condition => condition with { Path = condition.Path.Under(path) },
                    FilterColumns columns => columns with
                    {
                        Left = columns.Left.Under(path),
                        Right = columns.Right.Under(path),
                    },
                    _ => node,
                }
        );
}

/// <summary>All or any of the children; never empty.</summary>
public sealed record FilterGroup(bool IsAnd, IReadOnlyList<FilterNode> Children) : FilterNode;

/// <summary>The opposite of the child, in three-valued logic.</summary>
public sealed record FilterNot(FilterNode Child) : FilterNode;

/// <summary>A condition on one column.</summary>
public sealed record FilterCondition(FieldPath Path, ConditionWriter Writer) : FilterNode
{
    /// <summary>That a column of the queried collection has a parsed value.</summary>
    public static FilterCondition EqualTo(ColumnField column, object value) =>
        new(FieldPath.Of(column), (sql, name) => sql.Append(name).Append(" = ").Parameter(value, column.ColumnType));

    /// <summary>What holds for no record, and neither does its opposite.</summary>
    public static FilterCondition Never(Collection collection) => Never(FieldPath.Of(collection.Columns[0]));

    /// <summary>As above for records that a path leads to.</summary>
    public static FilterCondition Never(FieldPath path) => new(path, (sql, _) => sql.Append("1 = NULL"));

    /// <summary>That a record has a key.</summary>
    public static FilterNode? Key(Records.RecordKey key)
    {
        FilterNode? filter = null;
        for (var index = 0; index < key.Columns.Count; index++)
        {
            filter = And(filter, EqualTo(key.Columns[index], key.Values[index]));
        }

        return filter;
    }
}

/// <summary>A condition between two columns of one table.</summary>
public sealed record FilterColumns(FieldPath Left, string Comparison, FieldPath Right) : FilterNode;

/// <summary>Records of a tree that match the filter or have a descendant that does.</summary>
public sealed record FilterTreeBranches(Collection Tree, FilterNode Matches) : FilterNode;

/// <summary>
/// The way to a column: over relations, then the column, then into a JSON document where the column is one.
/// </summary>
public sealed record FieldPath(IReadOnlyList<Relation> Relations, ColumnField Field, IReadOnlyList<string> Document)
{
    public static FieldPath Of(ColumnField field) => new([], field, []);

    /// <summary>The path that begins with further relations.</summary>
    public FieldPath Under(IReadOnlyList<Relation> path) => this with { Relations = [.. path, .. Relations] };

    /// <summary>As it was written, for messages.</summary>
    public override string ToString() =>
        string.Join('.', Relations.Select(r => r.Name).Append(Field.Name).Concat(Document));
}
