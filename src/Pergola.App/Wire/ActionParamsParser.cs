using Pergola.App.Routing;
using Pergola.Core.Errors;

namespace Pergola.App.Wire;

/// <summary>Makes the parameters of an action from route and query string.</summary>
public static class ActionParamsParser
{
    /// <param name="route">A key in the path counts as <c>filterByTk</c>.</param>
    /// <param name="query">Query string, with or without its question mark.</param>
    /// <exception cref="BadRequestException">A limit is exceeded, or JSON in a parameter is malformed.</exception>
    public static ActionParams Parse(ResourceRoute route, ReadOnlySpan<char> query)
    {
        var tree = query.Length <= 1 ? QueryTree.Empty : QueryStringParser.Parse(query.TrimStart('?'));
        var parameters = new ActionParams(tree);
        if (parameters.Filter is { } filter)
        {
            FilterShape.Check(filter);
        }

        return route.Key is null
            ? parameters
            : parameters with
            {
                FilterByTk = JsonInput.ParseKey("filterByTk", route.Key),
            };
    }
}
