namespace Pergola.App.Auth;

/// <summary>Where the key comes from that tokens are signed with, and how long tokens live.</summary>
public sealed class SigningOptions
{
    /// <summary>Text of <c>APP_KEY</c>.</summary>
    public string? AppKey { get; init; }

    /// <summary>Whether <see cref="AppKey"/> counts even before a stored key.</summary>
    public bool PrefersAppKey { get; init; }

    /// <summary>Folder with <c>apps/main/jwt_secret.dat</c>.</summary>
    public string StoragePath { get; init; } = "storage";
}
