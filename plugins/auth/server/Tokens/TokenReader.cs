using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>
/// Checks signatures and reads claims. Remembers tokens it has found right, so that a session costs one signature check;
/// whether a token still counts is for others to say.
/// </summary>
internal sealed class TokenReader(SigningKey key)
{
    private const int Remembered = 10_000;
    private const int MaxLength = 8 * 1024;
    private readonly ConcurrentDictionary<string, SessionToken> _known = new(StringComparer.Ordinal);
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = MaxLength };

    /// <summary>The claims, or null when the token is malformed or signed with another key.</summary>
    public async ValueTask<SessionToken?> ReadAsync(string token)
    {
        if (_known.TryGetValue(token, out var known))
        {
            return known;
        }

        if (await VerifyAsync(token) is not { } verified || Claims(verified) is not { } claims)
        {
            return null;
        }

        if (_known.Count >= Remembered)
        {
            // Forgetting costs a signature check each, remembering without end costs the process.
            _known.Clear();
        }

        _known[token] = claims;
        return claims;
    }

    /// <summary>A token of any kind whose signature is right, else null. Its end is for the caller to look at.</summary>
    public async Task<JsonWebToken?> VerifyAsync(string token)
    {
        if (token.Length > MaxLength)
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                IssuerSigningKey = key.Key,
                ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
                ValidateAudience = false,
                ValidateIssuer = false,
                ValidateLifetime = false,
                RequireExpirationTime = true,
            }
        );
        return result.IsValid ? (JsonWebToken)result.SecurityToken : null;
    }

    private static SessionToken? Claims(JsonWebToken token)
    {
        if (!TryNumber(token, "userId", out var user) || !TryNumber(token, "exp", out var expires))
        {
            return null;
        }

        TryNumber(token, "iat", out var issued);
        return new SessionToken(
            user,
            token.TryGetPayloadValue<bool>("temp", out var isSession) && isSession,
            token.TryGetPayloadValue<string>("jti", out var id) ? id : null,
            issued,
            expires,
            TryNumber(token, "signInTime", out var signedIn) ? signedIn : null,
            token.TryGetPayloadValue<string>("roleName", out var role) ? role : null
        );
    }

    private static bool TryNumber(JsonWebToken token, string claim, out long value) =>
        token.TryGetPayloadValue(claim, out value);
}
