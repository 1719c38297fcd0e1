using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Plugins.Auth.Sessions;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>Decides whether a token counts; once its user is known this needs no database.</summary>
internal sealed class TokenCheck(
    TokenReader reader,
    SessionUsers users,
    TokenBlacklist blacklist,
    TokenPolicy policy,
    TimeProvider clock
) : ITokenCheck
{
    private const double Longest = 1000d * 365 * 24 * 60 * 60 * 1000;
    private const string Expired = "Your session has expired. Please sign in again.";

    public async ValueTask<TokenHolder> CheckAsync(string token, CancellationToken cancellationToken)
    {
        var claims = await reader.ReadAsync(token) ?? throw new UnauthenticatedException(Expired, "INVALID_TOKEN");
        var user =
            await users.FindAsync(claims.UserId, cancellationToken)
            ?? throw new UnauthenticatedException(
                "User not found. Please sign in again to continue.",
                "NOT_EXIST_USER"
            );
        if (await blacklist.ContainsAsync(claims.Id ?? token, cancellationToken))
        {
            throw new UnauthenticatedException(Expired, "BLOCKED_TOKEN");
        }

        await CheckTimesAsync(claims, user, cancellationToken);
        return new TokenHolder(user.User, claims.RoleName);
    }

    private async ValueTask CheckTimesAsync(SessionToken claims, SessionUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isPast = now.ToUnixTimeSeconds() >= claims.ExpiresAt;
        if (!claims.IsSession)
        {
            if (isPast)
            {
                throw new UnauthenticatedException(Expired, "INVALID_TOKEN");
            }

            return;
        }

        var lifetimes = await policy.GetAsync(cancellationToken);
        if (claims.SignedInAt is not { } signedIn || Age(now, signedIn) > lifetimes.Session)
        {
            throw new UnauthenticatedException(Expired, "EXPIRED_SESSION");
        }

        if (user.PasswordChangedAt is { } changed && claims.IssuedAt * 1000 < changed)
        {
            throw new UnauthenticatedException("User password changed, please signin again.", "INVALID_TOKEN");
        }

        // The policy may have been shortened since the token was made.
        if (isPast || Age(now, claims.IssuedAt * 1000) > lifetimes.Token)
        {
            throw new UnauthenticatedException(Expired, "EXPIRED_TOKEN");
        }
    }

    private static TimeSpan Age(DateTimeOffset now, long since) =>
        // A claim may hold any number; beyond a thousand years one is like the other.
        TimeSpan.FromMilliseconds(Math.Clamp((double)now.ToUnixTimeMilliseconds() - since, -Longest, Longest));
}
