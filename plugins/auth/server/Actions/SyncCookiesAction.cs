using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.Plugins.Auth.Authenticators;
using Pergola.Plugins.Auth.Sessions;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.Actions;

/// <summary><c>auth:syncCookies</c>: the cookies of the session again, for a client that has only its token.</summary>
[Reads]
internal sealed class SyncCookiesAction(TokenReader reader, TokenPolicy policy) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var user = context.RequireUser();
        var token = BearerToken.Of(context);
        if (token is not null && await reader.ReadAsync(token) is { SignedInAt: { } signedIn })
        {
            var lifetimes = await policy.GetAsync(context.Aborted);
            var ends = DateTimeOffset.FromUnixTimeMilliseconds(signedIn) + lifetimes.Session;
            SessionCookies.Write(context, new StartedSession(token, ends), RequestedAuthenticator.Of(context), user);
        }

        await context.WriteDataAsync(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("synced", true);
            writer.WriteEndObject();
        });
    }
}
