using Pergola.App.Acl;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.App.Auth;

/// <summary>
/// Chooses the roles a request acts as: the one it asks for, else the user's default, else the first; all of them where the
/// app uses them together.
/// </summary>
internal sealed class CurrentRoleStage(AllowanceList allowances, RulesStore rules) : IPipelineStage
{
    private const string Union = "__union__";
    private const string Root = "root";

    public ValueTask RunAsync(ActionContext context)
    {
        if (context.User is not { } user)
        {
            return ValueTask.CompletedTask;
        }

        if (user.Roles.Count == 0)
        {
            var audience = allowances.Find(context.Route.ResourceName, context.Route.Action);
            return audience is Audience.Public or Audience.TokenHolder
                ? ValueTask.CompletedTask
                : throw new UnauthenticatedException(
                    "The current user has no roles. Please try another account.",
                    "USER_HAS_NO_ROLES_ERR"
                );
        }

        context.Roles = Choose(context, user);
        context.Role = context.Roles is [var single] ? single : Union;
        context.ValueContext = context.ValueContext with { Roles = context.Roles, IsUnlimited = context.Role == Root };
        return ValueTask.CompletedTask;
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
            "" => [DefaultOf(user)],
            Union => rules.Mode == RoleMode.OneOrAll ? Together(user) : [user.Roles[0]],
            _ when user.Roles.Contains(wanted, StringComparer.Ordinal) => [wanted],
            _ => throw new UnauthenticatedException("The role does not belong to the user", "ROLE_NOT_FOUND_FOR_USER"),
        };
    }

    /// <summary>All roles; one that may do everything needs no others.</summary>
    private static IReadOnlyList<string> Together(CurrentUser user) =>
        user.Roles.Contains(Root, StringComparer.Ordinal) ? [Root] : user.Roles;

    private static string DefaultOf(CurrentUser user) =>
        user.DefaultRole is { } own && user.Roles.Contains(own, StringComparer.Ordinal) ? own : user.Roles[0];
}
