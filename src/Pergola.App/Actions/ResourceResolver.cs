using Pergola.App.Routing;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.App.Actions;

/// <summary>Finds what a route names: a collection of the snapshot, a relation of it, or a resource of a plugin.</summary>
public sealed class ResourceResolver(ActionRegistry actions)
{
    /// <returns>Null when there is no such resource or action.</returns>
    /// <exception cref="NotFoundException">The resource exists and has no such association.</exception>
    public ResourceTarget? Resolve(ResourceRoute route, SchemaSnapshot schema)
    {
        var collection = schema.TryGet(route.Resource, out var found) && IsResource(found) ? found : null;
        return route.Association is null
            ? Resolve(route, schema, collection)
            : ResolveAssociation(route, schema, collection, route.Association);
    }

    private ResourceTarget? Resolve(ResourceRoute route, SchemaSnapshot schema, Collection? collection) =>
        actions.TryFind(route.ResourceName, route.Action, collection is not null, out var action)
            ? new ResourceTarget(schema, collection, Source: null, Association: null, Field: null, action)
            : null;

    private ResourceTarget? ResolveAssociation(
        ResourceRoute route,
        SchemaSnapshot schema,
        Collection? source,
        string association
    )
    {
        Field? field = null;
        if (source?.TryGetField(association, out field) is not true && !actions.HasResource(route.ResourceName))
        {
            return source is null && !actions.HasResource(route.Resource)
                ? null
                : throw new NotFoundException(
                    "{resource} has no association {association}",
                    [("resource", route.Resource), ("association", association)],
                    association
                );
        }

        var relation = field as Relation;
        var hasRecords = relation is not null || field is not null;
        if (!actions.TryFind(route.ResourceName, route.Action, hasRecords, out var action))
        {
            return null;
        }

        // Without a source the target collection itself is addressed.
        var isWhole = route.SourceKey == ResourceRoute.AnySource && route.Action is "list" or "get";
        return new ResourceTarget(schema, relation?.Target, source, isWhole ? null : relation, field, action);
    }

    /// <summary>Tables beside others, such as the paths of trees, are no resources.</summary>
    public static bool IsResource(Collection collection) =>
        collection.Definition.Text("pathOf") is null && !(collection.Definition.Flag("internal") ?? false);
}
