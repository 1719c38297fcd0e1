using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary>Turns query parameters into a query, every name resolved against the snapshot.</summary>
public sealed class RecordQueryParser(FilterParser filters)
{
    /// <exception cref="BadRequestException">A parameter is wrong; the message names it.</exception>
    public RecordQuery Parse(
        QueryParameters parameters,
        Collection collection,
        ValueContext values,
        Func<string, JsonElement>? variables = null
    )
    {
        var asked = parameters.Filter is { } given ? filters.Parse(given, collection, values, variables) : null;
        var filter = FilterNode.And(parameters.Guard is { } guard ? guard(asked) : asked, parameters.Condition);
        var query = new RecordQuery(collection)
        {
            Selection = SelectionParser.Parse(parameters, collection),
            Filter = filter,
            Sort = SortParser.Parse(parameters.Sort, collection),
        };
        if (!parameters.Tree)
        {
            return query;
        }

        // A branch may lead to a match by way of records that do not meet the condition.
        var tree = AsTree(query, collection);
        return tree with { Filter = FilterNode.And(tree.Filter, parameters.Condition) };
    }

    /// <summary>Roots with their branches; with a filter only those that lead to matches.</summary>
    private static RecordQuery AsTree(RecordQuery query, Collection collection)
    {
        if (collection.TreeParent is not { } parent || collection.TreeChildren is not { } children)
        {
            throw new BadRequestException(
                "Collection {collection} is not a tree",
                [("collection", collection.Name)],
                "tree"
            );
        }

        FilterNode? branches = query.Filter is { } matches ? new FilterTreeBranches(collection, matches) : null;
        var isRoot = new FilterCondition(
            FieldPath.Of(parent.ForeignKey),
            (sql, column) => sql.Append(column + " IS NULL")
        );

        // Below the roots a record also says where it hangs.
        var selected = query.Selection.Columns;
        var below = collection.Columns.Where(c =>
            !c.Hidden && (selected.Contains(c) || c.IsPrimaryKey || c == parent.ForeignKey)
        );
        var node = query.Selection with { Columns = [.. below] };
        var chain = new Append(children, node) { Recursive = true, IsOptional = true };
        var append = new Append(children, node with { Appends = [.. node.Appends, chain] })
        {
            Recursive = true,
            IsOptional = true,
            RecursiveFilter = branches,
            Sort = query.Sort.Count > 0 ? query.Sort : RelationOrder.Of(children),
            WithTreeIndex = true,
        };
        return query with
        {
            Selection = query.Selection with { Appends = [.. query.Selection.Appends, append] },
            Filter = FilterNode.And(isRoot, branches),
            AsTree = true,
        };
    }
}
