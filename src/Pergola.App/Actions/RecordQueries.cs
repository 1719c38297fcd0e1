using Pergola.App.Wire;
using Pergola.Data.Querying;

namespace Pergola.App.Actions;

/// <summary>Builds the query an action is about: parameters, association scope and record keys.</summary>
public sealed class RecordQueries(RecordQueryParser parser)
{
    /// <summary>Query of the request, <c>filterByTk</c> left aside.</summary>
    /// <exception cref="Core.Errors.PergolaException">A parameter is wrong.</exception>
    public RecordQuery Parse(ActionContext context, bool tree = false) => Parse(context, context.Params, tree);

    /// <summary>As above, restricted to the record or records of <c>filterByTk</c>.</summary>
    public RecordQuery ParseWithKeys(ActionContext context) => ParseWithKeys(context, context.Params);

    /// <param name="context">The request.</param>
    /// <param name="parameters">Its parameters, narrowed or as they came.</param>
    public RecordQuery ParseWithKeys(ActionContext context, ActionParams parameters)
    {
        var query = Parse(context, parameters, tree: false);
        return parameters.FilterByTk is { } keys
            ? query with
            {
                Filter = FilterNode.And(KeyParser.Filter(keys, context.Collection, context.ValueContext), query.Filter),
            }
            : query;
    }

    private RecordQuery Parse(ActionContext context, ActionParams parameters, bool tree)
    {
        var query = parser.Parse(
            new QueryParameters
            {
                Filter = parameters.Filter,
                Fields = parameters.Fields,
                Except = parameters.Except ?? [],
                Appends = parameters.Appends ?? [],
                Sort = parameters.Sort ?? [],
                Tree = tree,
            },
            context.Collection,
            context.ValueContext,
            new FilterVariables(context).Resolve
        );
        var scope = AssociationScopes.Of(context);
        return query with { Scope = scope, WithThrough = scope is not null && parameters.Fields is null };
    }
}
