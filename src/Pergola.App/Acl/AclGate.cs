using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.App.Wire;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.App.Acl;

/// <summary>
/// Lets an action through or refuses it, and says what it may reach: from memory alone, and without knowing any SQL. What is
/// not allowed here is refused; there is no other way to an action.
/// </summary>
internal sealed class AclGate(AllowanceList allowances, FixedFilterList filters, PermissionBook book) : IPipelineStage
{
    private readonly OpeningBook _openings = new(allowances, book);

    public ValueTask RunAsync(ActionContext context)
    {
        Decide(context);
        AddFixed(context, context.Route.ResourceName);
        if (context is { Target.Source: not null, Target.Collection: { } target })
        {
            // What nobody may do to a record they may not do by way of a relation either.
            AddFixed(context, target.Name);
        }

        return ValueTask.CompletedTask;
    }

    private void AddFixed(ActionContext context, string resource)
    {
        foreach (var filter in filters.Find(resource, context.Route.Action))
        {
            context.Conditions.Add(filter.AsPermission);
        }
    }

    private void Decide(ActionContext context)
    {
        var (resource, action) = (context.Route.ResourceName, context.Route.Action);
        var opening = _openings.Of(context.User is not null, context.Roles, resource, action);
        if (opening == Opening.Root)
        {
            return;
        }

        if (opening == Opening.SignedIn)
        {
            context.RequireUser();
        }

        // What relations lead to is no part of what is open or what a snippet brings.
        context.Access = new RequestAccess(book, context.Roles);
        if (opening != Opening.None)
        {
            return;
        }

        if (context is { Target.Source: { } source, Association: { } relation } && ActionNames.Links.Contains(action))
        {
            LimitLinks(context, source, relation);
        }
        else
        {
            Limit(context, context.Target.Collection ?? throw Refusal(context), action);
        }
    }

    /// <summary>Who is not signed in may be allowed more as somebody.</summary>
    private static PergolaException Refusal(ActionContext context) =>
        context.User is null
            ? new UnauthenticatedException("Unauthenticated. Please sign in to continue.", "EMPTY_TOKEN")
            : new ForbiddenException();

    private static void LimitLinks(ActionContext context, Collection source, Relation relation)
    {
        context.SourcePermission = context.Access!.ToLink(source, relation) ?? throw Refusal(context);
    }

    /// <summary>The permission of the roles for the collection the action is about; for an association its target.</summary>
    private static void Limit(ActionContext context, Collection collection, string action)
    {
        var access = context.Access!;
        if (!ActionNames.Needed.TryGetValue(action, out var needed))
        {
            throw Refusal(context);
        }

        var permissions = needed.ToDictionary(
            name => name,
            name => access.Of(collection, name) ?? throw Refusal(context),
            StringComparer.Ordinal
        );
        context.View = access.Of(collection, ActionNames.View) ?? Permission.Nothing;
        if (permissions.TryGetValue(ActionNames.Create, out var create))
        {
            LimitLookup(context, create, permissions.GetValueOrDefault(ActionNames.Update));
            if (permissions.ContainsKey(ActionNames.View))
            {
                AddScope(context, context.View);
            }

            return;
        }

        var permission = permissions[needed[0]];
        AddScope(context, permission);
        if (needed[0] == ActionNames.Update)
        {
            context.Params = Write(context.Params, permission);
        }
    }

    /// <summary>New records take what the role may create, and found ones what it may update.</summary>
    private static void LimitLookup(ActionContext context, Permission create, Permission? update)
    {
        if (update is not null)
        {
            context.Change = update with { Fields = Write(context.Params, update).Whitelist };
        }

        context.Params = Write(context.Params, create);
    }

    private static void AddScope(ActionContext context, Permission permission)
    {
        if (permission.Scopes.Count > 0)
        {
            context.Conditions.Add(permission);
        }
    }

    private static ActionParams Write(ActionParams asked, Permission permission) =>
        permission.WrittenFields is { } fields
            ? asked with
            {
                Whitelist = ActionParams.Intersect(fields, asked.Whitelist),
            }
            : asked;
}
