using Pergola.App.Acl;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.App.Auth;

/// <summary>
/// Finds the user of a request. Public actions are not looked at: they have no user, whatever was sent. Nor has who asks for
/// the role of strangers, where an app has one.
/// </summary>
internal sealed class AuthenticateStage(AllowanceList allowances, IEnumerable<ITokenCheck> checks, RulesStore rules)
    : IPipelineStage
{
    private readonly ITokenCheck? _check = checks.LastOrDefault();

    public async ValueTask RunAsync(ActionContext context)
    {
        if (allowances.Find(context.Route.ResourceName, context.Route.Action) == Audience.Public)
        {
            return;
        }

        var token = BearerToken.Of(context);
        if (token is null && CurrentRoleStage.IsForStrangers(context, rules))
        {
            return;
        }

        if (token is null || _check is null)
        {
            throw new UnauthenticatedException("Unauthenticated. Please sign in to continue.", "EMPTY_TOKEN");
        }

        var holder = await _check.CheckAsync(token, context);
        context.User = holder.User;
        context.Role = holder.Role;
        context.ApiKey = holder.ApiKey;
        context.IsBoundToRole = holder.Role is not null;
        context.ValueContext = context.ValueContext with { UserId = holder.User.Id };
    }
}
