using Pergola.App.Actions;
using Pergola.Data.Querying;
using Pergola.Plugins.UiLayout.Access;
using Pergola.Plugins.UiLayout.Layouts;
using Pergola.Plugins.UiLayout.Routes;

namespace Pergola.Plugins.UiLayout.Actions;

/// <summary>The entries of a menu that the caller sees. Which those are is known without asking the database.</summary>
internal sealed class VisibleRoutes(RecordQueries queries, RouteRights rights)
{
    /// <summary>Those of the request; null when the caller sees none at all.</summary>
    public RecordQuery? Query(ActionContext context)
    {
        var routes = context.Collection;
        var kind = RouteKind.Of(routes.Name);
        var visible = rights.VisibleTo(kind, context.Roles);
        if (visible is { Count: 0 })
        {
            return null;
        }

        var query = queries.ParseWithKeys(context);
        var id = routes.Column("id");
        FilterNode? filter = null;
        if (visible is not null)
        {
            filter = new FilterCondition(FieldPath.Of(id), (sql, name) => sql.In(id.ColumnType, name, visible));
        }

        if (kind == RouteKind.Desktop)
        {
            filter = FilterNode.And(filter, LayoutScope.Within(routes, context.Schema, LayoutScope.Asked(context)));
        }

        return query with
        {
            Filter = FilterNode.And(query.Filter, filter),
        };
    }
}
