using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Plugins.Auth.Authenticators;
using Pergola.Plugins.Auth.Sessions;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>
/// Decides whether a token counts; once its user is known this needs no database. One that has expired while its session
/// runs is renewed: the answer carries its successor in the header <c>x-new-token</c>.
/// </summary>
internal sealed class TokenCheck(
    TokenReader reader,
    SessionUsers users,
    TokenBlacklist blacklist,
    TokenPolicy policy,
    SessionRenewal renewal,
    TokenIssuer issuer,
    TimeProvider clock
) : ITokenCheck
{
    private const double Longest = 1000d * 365 * 24 * 60 * 60 * 1000;
    private const string Expired = "Your session has expired. Please sign in again.";

    public async ValueTask<TokenHolder> CheckAsync(string token, ActionContext context)
    {
        var claims = await reader.ReadAsync(token) ?? throw new UnauthenticatedException(Expired, "INVALID_TOKEN");
        var user =
            await users.FindAsync(claims.UserId, context.Aborted)
            ?? throw new UnauthenticatedException(
                "User not found. Please sign in again to continue.",
                "NOT_EXIST_USER"
            );
        await RefuseBlockedAsync(claims.Id ?? token, context.Aborted);
        if (await IsExpiredAsync(claims, user, context.Aborted))
        {
            await RenewAsync(claims, user, context);
        }

        return new TokenHolder(user.User, claims.RoleName, claims.IsSession ? null : claims.Id);
    }

    public async ValueTask<CurrentUser?> FindUserAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return
                await reader.ReadAsync(token) is { } claims
                && await users.FindAsync(claims.UserId, cancellationToken) is { } user
                && !await blacklist.ContainsAsync(claims.Id ?? token, cancellationToken)
                && !await IsExpiredAsync(claims, user, cancellationToken)
                ? user.User
                : null;
        }
        catch (UnauthenticatedException)
        {
            return null;
        }
    }

    private async ValueTask RefuseBlockedAsync(string id, CancellationToken cancellationToken)
    {
        if (await blacklist.ContainsAsync(id, cancellationToken))
        {
            throw new UnauthenticatedException(Expired, "BLOCKED_TOKEN");
        }
    }

    /// <summary>Whether the token of a session that runs needs a successor.</summary>
    private async ValueTask<bool> IsExpiredAsync(
        SessionToken claims,
        SessionUser user,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var isPast = now.ToUnixTimeSeconds() >= claims.ExpiresAt;
        if (!claims.IsSession)
        {
            return isPast ? throw new UnauthenticatedException(Expired, "INVALID_TOKEN") : false;
        }

        var lifetimes = await policy.GetAsync(cancellationToken);
        if (claims.SignedInAt is not { } signedIn || Age(now, signedIn) > lifetimes.Session)
        {
            throw new UnauthenticatedException(Expired, "EXPIRED_SESSION");
        }

        // By the start of the session: its tokens are dated by the second, which is too coarse right after a change.
        if (user.PasswordChangedAt is { } changed && signedIn < changed)
        {
            throw new UnauthenticatedException("User password changed, please signin again.", "INVALID_TOKEN");
        }

        // The policy may have been shortened since the token was made.
        return isPast || Age(now, claims.IssuedAt * 1000) > lifetimes.Token;
    }

    private async ValueTask RenewAsync(SessionToken claims, SessionUser user, ActionContext context)
    {
        var lifetimes = await policy.GetAsync(context.Aborted);
        if (lifetimes.Renewal > TimeSpan.Zero && Age(clock.GetUtcNow(), claims.ExpiresAt * 1000) > lifetimes.Renewal)
        {
            throw new UnauthenticatedException(Expired, "EXPIRED_SESSION");
        }

        if (context.Http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal))
        {
            throw new UnauthenticatedException("Stream api not allow renew token.", "SKIP_TOKEN_RENEW");
        }

        if (claims.Id is null)
        {
            throw new UnauthenticatedException(Expired, "INVALID_TOKEN");
        }

        var renewed =
            await renewal.RenewAsync(claims, lifetimes.Token)
            ?? throw new UnauthenticatedException(Expired, "TOKEN_RENEW_FAILED");
        // Signed out in between with the successor: the old token must not bring the session back.
        await RefuseBlockedAsync(renewed.Id!, context.Aborted);
        var token = issuer.Issue(renewed);
        context.Http.Response.Headers["x-new-token"] = token;
        var ends = DateTimeOffset.FromUnixTimeMilliseconds(claims.SignedInAt!.Value) + lifetimes.Session;
        SessionCookies.Write(context, new StartedSession(token, ends), RequestedAuthenticator.Of(context), user.User);
    }

    private static TimeSpan Age(DateTimeOffset now, long since) =>
        // A claim may hold any number; beyond a thousand years one is like the other.
        TimeSpan.FromMilliseconds(Math.Clamp((double)now.ToUnixTimeMilliseconds() - since, -Longest, Longest));
}
