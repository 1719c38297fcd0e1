using Pergola.App.Acl;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.App.Auth;

/// <summary>
/// Chooses the roles a request acts as: the one it asks for, else the user's default, else the first; all of them where the
/// app uses them together. Who asks for the role of strangers is one, signed in or not.
/// </summary>
internal sealed class CurrentRoleStage(AllowanceList allowances, RulesStore rules) : IPipelineStage
{
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

        ActAs(context, Choose(context, user));
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether a request asks for the role of those who are not signed in, and there is one.</summary>
    public static bool IsForStrangers(ActionContext context, RulesStore rules) =>
        context.Http.Request.Headers["X-Role"].ToString() == RoleNames.Anonymous && rules.Has(RoleNames.Anonymous);

    private static void ActAs(ActionContext context, IReadOnlyList<string> roles)
    {
        context.Roles = roles;
        context.Role = roles is [var single] ? single : RoleNames.Union;
        context.ValueContext = context.ValueContext with
        {
            Roles = roles,
            IsUnlimited = context.Role == RoleNames.Root,
        };
    }

    private IReadOnlyList<string> Choose(ActionContext context, CurrentUser user)
    {
        // A key stays bound to its role, however roles are used.
        var bound = context.Role;
        if (bound is null && rules.Mode == RoleMode.All)
        {
            return Together(user);
        }

        var wanted = bound ?? context.Http.Request.Headers["X-Role"].ToString();
        return wanted switch
        {
            "" => user.DefaultRole == RoleNames.Union && rules.Mode == RoleMode.OneOrAll
                ? Together(user)
                : [DefaultOf(user)],
            RoleNames.Union => rules.Mode == RoleMode.OneOrAll ? Together(user) : [user.Roles[0]],
            _ when user.Roles.Contains(wanted, StringComparer.Ordinal) => [wanted],
            _ => throw new UnauthenticatedException("The role does not belong to the user", "ROLE_NOT_FOUND_FOR_USER"),
        };
    }

    /// <summary>All roles; one that may do everything needs no others.</summary>
    private static IReadOnlyList<string> Together(CurrentUser user) =>
        user.Roles.Contains(RoleNames.Root, StringComparer.Ordinal) ? [RoleNames.Root] : user.Roles;

    private static string DefaultOf(CurrentUser user) =>
        user.DefaultRole is { } own && user.Roles.Contains(own, StringComparer.Ordinal) ? own : user.Roles[0];
}
