using Pergola.App.Acl;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.App.Auth;

/// <summary>
/// Chooses the roles a request acts as (<see cref="RoleChoice"/>). Who asks for the role of strangers is one, signed in or not.
/// </summary>
internal sealed class CurrentRoleStage(AllowanceList allowances, RulesStore rules) : IPipelineStage
{
    private readonly RoleChoice _choice = new(rules);

    public ValueTask RunAsync(ActionContext context)
    {
        var audience = allowances.Find(context.Route.ResourceName, context.Route.Action);
        if (audience != Audience.Public && context.Role is null && IsForStrangers(context, rules))
        {
            ActAs(context, [RoleNames.Anonymous]);
            return ValueTask.CompletedTask;
        }

        if (context.User is not { } user)
        {
            return ValueTask.CompletedTask;
        }

        if (user.Roles.Count == 0)
        {
            return audience is Audience.Public or Audience.TokenHolder
                ? ValueTask.CompletedTask
                : throw new UnauthenticatedException(
                    "The current user has no roles. Please try another account.",
                    "USER_HAS_NO_ROLES_ERR"
                );
        }

        var chosen = _choice.Choose(user, context.Role, context.Http.Request.Headers["X-Role"].ToString());
        ActAs(
            context,
            chosen
                ?? throw new UnauthenticatedException("The role does not belong to the user", "ROLE_NOT_FOUND_FOR_USER")
        );
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether a request asks for the role of those who are not signed in, and there is one.</summary>
    public static bool IsForStrangers(ActionContext context, RulesStore rules) =>
        context.Http.Request.Headers["X-Role"].ToString() == RoleNames.Anonymous && rules.Has(RoleNames.Anonymous);

    private static void ActAs(ActionContext context, IReadOnlyList<string> roles)
    {
        var caller = context.Caller.ActingAs(roles);
        context.Roles = roles;
        context.Role = caller.Role;
        context.ValueContext = caller.Values;
    }
}
