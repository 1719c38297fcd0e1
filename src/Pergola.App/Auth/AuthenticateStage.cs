using Pergola.App.Acl;
using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.App.Auth;

/// <summary>Finds the user of a request. Public actions are not looked at: they have no user, whatever was sent.</summary>
internal sealed class AuthenticateStage(AllowanceList allowances, IEnumerable<ITokenCheck> checks) : IPipelineStage
{
    private readonly ITokenCheck? _check = checks.LastOrDefault();

    public async ValueTask RunAsync(ActionContext context)
    {
        if (allowances.Find(context.Route.ResourceName, context.Route.Action) == Audience.Public)
        {
            return;
        }

        var token = BearerToken.Of(context.Http.Request, context.Params.Text);
        if (token is null || _check is null)
        {
            throw new UnauthenticatedException("Unauthenticated. Please sign in to continue.", "EMPTY_TOKEN");
        }

        var holder = await _check.CheckAsync(token, context);
        context.User = holder.User;
        context.Role = holder.Role;
        context.ApiKey = holder.ApiKey;
        context.ValueContext = context.ValueContext with { UserId = holder.User.Id };
    }
}
