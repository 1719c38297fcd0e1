using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.App.Actions.Standard;
using Pergola.Core.Errors;
using Pergola.Plugins.UiLayout.Layouts;
using Pergola.Plugins.UiLayout.Routes;

namespace Pergola.Plugins.UiLayout.Actions;

/// <summary>What is asked of the bodies of entries, before they are written like other records.</summary>
internal sealed class RouteWrites(PermissionBook book)
{
    /// <exception cref="ForbiddenException">
    /// The body says which roles see an entry, and the caller may arrange the menu and no more.
    /// </exception>
    public void Check(ActionContext context, bool isNew)
    {
        RouteBody.CheckNested(context.Sent, isNew);
        var resource = RouteKind.Of(context.Collection.Name).OfRoles;
        if (
            context.Access is not null
            && RouteBody.NamesRoles(context.Sent)
            && !book.AllowsBySnippet(context.Roles, resource, "set")
        )
        {
            throw new ForbiddenException("You may not use the field {field}", [("field", "roles")], "roles");
        }
    }
}

/// <summary><c>desktopRoutes:create</c>: adds an entry, and what is below it, to a layout.</summary>
internal sealed class CreateRoute(CreateAction create, RouteWrites routes, LayoutScope layouts) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        routes.Check(context, isNew: true);
        if (RouteKind.Of(context.Collection.Name) == RouteKind.Desktop)
        {
            context.Values = RouteBody.WithLayout(context.Values, await layouts.RequireAsync(context));
        }

        await create.ExecuteAsync(context);
    }
}

/// <summary><c>desktopRoutes:update</c>.</summary>
internal sealed class UpdateRoute(UpdateAction update, RouteWrites routes) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context)
    {
        routes.Check(context, isNew: false);
        return update.ExecuteAsync(context);
    }
}

/// <summary><c>desktopRoutes:updateOrCreate</c>.</summary>
internal sealed class UpdateOrCreateRoute(UpdateOrCreateAction write, RouteWrites routes) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context)
    {
        routes.Check(context, isNew: false);
        return write.ExecuteAsync(context);
    }
}
