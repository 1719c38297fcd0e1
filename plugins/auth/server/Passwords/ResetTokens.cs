using Pergola.Core.Errors;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.Passwords;

/// <summary>Reads the tokens that let their holder set a new password once.</summary>
internal sealed class ResetTokens(TokenReader reader, TokenBlacklist blacklist, TimeProvider clock)
{
    /// <exception cref="UnauthenticatedException">Malformed, signed with another key, expired or used.</exception>
    public async Task<ResetToken> ReadAsync(string? text, CancellationToken cancellationToken)
    {
        if (
            text is null
            || await reader.VerifyAsync(text) is not { } token
            || !token.TryGetPayloadValue<long>("resetPasswordUserId", out var user)
            || token.ValidTo <= clock.GetUtcNow().UtcDateTime
            || await blacklist.ContainsAsync(text, cancellationToken)
        )
        {
            throw new UnauthenticatedException("Token expired");
        }

        return new ResetToken(text, user, token.ValidTo);
    }
}

/// <param name="Text">The token itself, which is blocked once it was used.</param>
/// <param name="UserId">Whose password.</param>
/// <param name="Expires">UTC.</param>
internal sealed record ResetToken(string Text, long UserId, DateTime Expires);
