using Pergola.App.Acl;
using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.App.Auth;

/// <summary>Chooses the role a request acts as: the one it asks for, else the user's default, else the first.</summary>
internal sealed class CurrentRoleStage(AllowanceList allowances) : IPipelineStage
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

        context.Role = Choose(user, context.Role ?? context.Http.Request.Headers["X-Role"].ToString());
        context.Roles = [context.Role];
        context.ValueContext = context.ValueContext with { Roles = context.Roles, IsUnlimited = context.Role == Root };
        return ValueTask.CompletedTask;
    }

    private static string Choose(CurrentUser user, string wanted)
    {
        if (wanted.Length == 0)
        {
            var own = user.DefaultRole;
            return own is not null && user.Roles.Contains(own, StringComparer.Ordinal) ? own : user.Roles[0];
        }

        if (wanted == Union)
        {
            return user.Roles[0];
        }

        return user.Roles.Contains(wanted, StringComparer.Ordinal)
            ? wanted
            : throw new UnauthenticatedException("The role does not belong to the user", "ROLE_NOT_FOUND_FOR_USER");
    }
}
