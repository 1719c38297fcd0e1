using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>Signs tokens.</summary>
internal sealed class TokenIssuer(SigningKey key)
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Issue(SessionToken token)
    {
        var claims = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["userId"] = token.UserId,
            ["iat"] = token.IssuedAt,
            ["exp"] = token.ExpiresAt,
            ["jti"] = token.Id,
        };
        if (token.IsSession)
        {
            claims["temp"] = true;
            claims["signInTime"] = token.SignedInAt;
        }

        if (token.RoleName is { } role)
        {
            claims["roleName"] = role;
        }

        return Sign(claims);
    }

    /// <summary>A token that lets its holder set a new password until it expires.</summary>
    /// <param name="userId">Whose password.</param>
    /// <param name="issuedAt">Seconds since 1970.</param>
    /// <param name="expiresAt">Seconds since 1970.</param>
    public string IssueReset(long userId, long issuedAt, long expiresAt) =>
        Sign(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["resetPasswordUserId"] = userId,
                ["iat"] = issuedAt,
                ["exp"] = expiresAt,
            }
        );

    private string Sign(Dictionary<string, object?> claims) =>
        _handler.CreateToken(
            JsonSerializer.Serialize(claims),
            new SigningCredentials(key.Key, SecurityAlgorithms.HmacSha256)
        );
}
