namespace Pergola.Plugins.Auth.Tokens;

/// <summary>The claims of a token whose signature was right.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="IsSession">Whether it comes from signing in; API keys do not.</param>
/// <param name="Id">What ends the token when it is blocked; null for API keys that NocoBase made.</param>
/// <param name="IssuedAt">Seconds since 1970.</param>
/// <param name="ExpiresAt">Seconds since 1970.</param>
/// <param name="SignedInAt">Milliseconds since 1970, null for API keys.</param>
/// <param name="RoleName">The only role it may act as, if it is bound to one.</param>
internal sealed record SessionToken(
    long UserId,
    bool IsSession,
    string? Id,
    long IssuedAt,
    long ExpiresAt,
    long? SignedInAt,
    string? RoleName
);
