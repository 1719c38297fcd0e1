using System.Text.Json;
using Pergola.App.Acl;
using Pergola.App.Acl.Rules;
using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.App.Actions;

/// <summary>Builds the query an action is about: parameters, association scope, record keys, and what the caller may see.</summary>
public sealed class RecordQueries(RecordQueryParser parser, FilterParser filters)
{
    /// <summary>Query of the request, <c>filterByTk</c> left aside.</summary>
    /// <exception cref="Core.Errors.PergolaException">A parameter is wrong, or uses what the caller may not see.</exception>
    public RecordQuery Parse(ActionContext context, bool tree = false) => Parse(context, tree, isNarrowed: true);

    /// <summary>As above, restricted to the record or records of <c>filterByTk</c>.</summary>
    public RecordQuery ParseWithKeys(ActionContext context) => WithKeys(Parse(context), context);

    /// <summary>As above, records that the caller may not reach included; for telling them from those that do not exist.</summary>
    public RecordQuery ParseUnnarrowed(ActionContext context) =>
        WithKeys(Parse(context, tree: false, isNarrowed: false), context);

    /// <summary>
    /// The records that meet a condition an action makes of other parts of the request, as far as the caller may reach them.
    /// </summary>
    /// <exception cref="Core.Errors.ForbiddenException">It uses a field the caller may not see.</exception>
    public FilterNode? Reachable(ActionContext context, JsonElement condition)
    {
        var asked = filters.Parse(condition, context.Collection, context.ValueContext);
        return FilterNode.And(
            GuardOf(context) is { } guard ? guard.Check(asked) : asked,
            ConditionOf(context, context.Collection)
        );
    }

    /// <summary>The records of some keys, as far as the caller may reach them.</summary>
    public FilterNode? Reachable(ActionContext context, RecordKey key) =>
        FilterNode.And(FilterCondition.Key(key), ConditionOf(context, context.Collection));

    /// <summary>A query that did not come from the request, without what the caller may not see.</summary>
    public RecordQuery Narrow(ActionContext context, RecordQuery query) => GuardOf(context)?.Narrow(query) ?? query;

    /// <summary>Grouped values of records within the caller's reach.</summary>
    /// <exception cref="Core.Errors.ForbiddenException">They use a field the caller may not see.</exception>
    public AggregateQuery Narrow(ActionContext context, AggregateQuery query)
    {
        var narrowed = GuardOf(context)?.Narrow(query) ?? query;
        return narrowed with { Filter = FilterNode.And(narrowed.Filter, ConditionOf(context, context.Collection)) };
    }

    private QueryGuard? GuardOf(ActionContext context) =>
        context.Access is { } access ? new QueryGuard(access, context.View, ReadScope(context.Caller)) : null;

    /// <summary>What the permission check adds for a collection; null when it adds nothing.</summary>
    private FilterNode? ConditionOf(ActionContext context, Collection collection)
    {
        FilterNode? together = null;
        foreach (var condition in context.Conditions)
        {
            together = FilterNode.And(together, ScopeOf(context, condition, collection));
        }

        return together;
    }

    /// <summary>What a record must meet to be within a permission; null when every record is.</summary>
    public FilterNode? ScopeOf(ActionContext context, Permission permission, Collection collection) =>
        ScopeOf(context.Caller, permission, collection);

    /// <summary>As above for somebody who need not be the one that asks.</summary>
    public FilterNode? ScopeOf(Caller caller, Permission permission, Collection collection) =>
        QueryGuard.ScopeOf(permission, collection, ReadScope(caller));

    private RecordQuery Parse(ActionContext context, bool tree, bool isNarrowed)
    {
        var parameters = context.Params;
        var guard = GuardOf(context);
        var query = parser.Parse(
            new QueryParameters
            {
                Filter = parameters.Filter,
                Fields = parameters.Fields,
                Except = parameters.Except ?? [],
                Appends = parameters.Appends ?? [],
                Sort = parameters.Sort ?? [],
                Tree = tree,
                Guard = guard is null ? null : guard.Check,
                Condition = isNarrowed ? ConditionOf(context, context.Collection) : null,
            },
            context.Collection,
            context.ValueContext,
            new FilterVariables(context.Caller).Resolve
        );
        query = guard?.Narrow(query) ?? query;
        var scope = AssociationScopes.Of(context);
        return query with { Scope = scope, WithThrough = scope is not null && parameters.Fields is null };
    }

    private static RecordQuery WithKeys(RecordQuery query, ActionContext context) =>
        context.Params.FilterByTk is { } keys
            ? query with
            {
                Filter = FilterNode.And(KeyParser.Filter(keys, context.Collection, context.ValueContext), query.Filter),
            }
            : query;

    /// <summary>
    /// Scopes are read for each request: a field they speak of may be gone by now, or a variable have a value that does not
    /// fit. What cannot be read any more holds for no record, as does what depends on a user when there is none.
    /// </summary>
    private Func<JsonElement, Collection, FilterNode?> ReadScope(Caller caller) =>
        (scope, collection) =>
        {
            try
            {
                return filters.Parse(scope, collection, caller.Values, Resolve);
            }
            catch (PergolaException)
            {
                return FilterCondition.Never(collection);
            }

            JsonElement Resolve(string name) =>
                caller.User is null && FilterVariables.IsOfUser(name)
                    ? default
                    : new FilterVariables(caller).Resolve(name);
        };
}
