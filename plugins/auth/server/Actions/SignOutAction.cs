using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.Plugins.Auth.Sessions;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.Actions;

/// <summary><c>auth:signOut</c>: the token stops counting at once.</summary>
internal sealed class SignOutAction(TokenReader reader, TokenBlacklist blacklist, SessionBook sessions) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var token = BearerToken.Of(context);
        if (token is not null && await reader.ReadAsync(token) is { } claims)
        {
            var expiration = DateTimeOffset.FromUnixTimeSeconds(claims.ExpiresAt).UtcDateTime;
            await blacklist.AddAsync(claims.Id ?? token, expiration, context.Aborted);
            await sessions.EndAsync(claims, context.Aborted);
        }

        SessionCookies.Expire(context);
        await context.WriteEmptyObjectAsync();
    }
}
