namespace Pergola.App.Secrets;

/// <summary>Where the key comes from that stored secrets are encrypted with.</summary>
public sealed class SecretsOptions
{
    /// <summary>64 hexadecimal digits of <c>APP_AES_SECRET_KEY</c>.</summary>
    public string? Key { get; init; }

    /// <summary>File of <c>APP_AES_SECRET_KEY_PATH</c>, which holds the 32 bytes.</summary>
    public string? KeyPath { get; init; }

    /// <summary>Folder with <c>apps/main/aes_key.dat</c>.</summary>
    public string StoragePath { get; init; } = "storage";
}
