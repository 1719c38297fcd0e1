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
            ["temp"] = true,
            ["iat"] = token.IssuedAt,
            ["signInTime"] = token.SignedInAt,
            ["exp"] = token.ExpiresAt,
            ["jti"] = token.Id,
        };
        return _handler.CreateToken(
            JsonSerializer.Serialize(claims),
            new SigningCredentials(key.Key, SecurityAlgorithms.HmacSha256)
        );
    }
}
