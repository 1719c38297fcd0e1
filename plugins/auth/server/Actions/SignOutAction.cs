using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.Plugins.Auth.Sessions;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.Actions;

/// <summary><c>auth:signOut</c>: the token stops counting at once.</summary>
internal sealed class SignOutAction(
    TokenReader reader,
    TokenBlacklist blacklist,
    TokenPolicy policy,
    SessionBook sessions
) : IAction
{
    private const string Renewed = "x-new-token";

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        // One that had expired has got a successor on the way here, which must not outlive it.
        var successor = context.Http.Response.Headers[Renewed].ToString();
        context.Http.Response.Headers.Remove(Renewed);
        foreach (var token in new[] { BearerToken.Of(context), successor }.Where(t => t is { Length: > 0 }))
        {
            await EndAsync(token!, context.Aborted);
        }

        SessionCookies.Expire(context);
        await context.WriteEmptyObjectAsync();
    }

    private async Task EndAsync(string token, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(token) is not { } claims)
        {
            return;
        }

        var expiration = DateTimeOffset.FromUnixTimeSeconds(claims.ExpiresAt).UtcDateTime;
        if (claims.SignedInAt is { } signedIn)
        {
            // An expired token could be renewed for as long as its session would have run.
            var lifetimes = await policy.GetAsync(cancellationToken);
            var end = (DateTimeOffset.FromUnixTimeMilliseconds(signedIn) + lifetimes.Session).UtcDateTime;
            expiration = end > expiration ? end : expiration;
        }

        await blacklist.AddAsync(claims.Id ?? token, expiration, cancellationToken);
        await sessions.EndAsync(claims, cancellationToken);
    }
}
