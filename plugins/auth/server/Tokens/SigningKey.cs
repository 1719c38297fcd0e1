using Microsoft.IdentityModel.Tokens;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>The key that signs tokens; known once the installation has been checked.</summary>
internal sealed class SigningKey
{
    private const int Length = 64;
    private SymmetricSecurityKey? _key;

    public SymmetricSecurityKey Key =>
        _key
        ?? throw new InvalidOperationException(
            "The signing key is not known before the installation has been checked."
        );

    /// <summary>Shorter keys are padded with zeros, which by the definition of HMAC changes no signature.</summary>
    public void Set(byte[] key) =>
        _key = new SymmetricSecurityKey(key.Length >= Length ? key : [.. key, .. new byte[Length - key.Length]]);
}
