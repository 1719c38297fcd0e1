using System.Security.Cryptography;
using System.Text;

namespace Pergola.Plugins.EnvironmentVariables.Secrets;

/// <summary>
/// Secrets as existing installations store them: AES-256-CBC with PKCS7, the hexadecimal digits of the 16 bytes of the
/// initialization vector before those of the cipher text.
/// </summary>
internal sealed class SecretCipher(SecretKey key)
{
    private const int BlockBytes = 16;
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <exception cref="Core.Errors.UnavailableException">There is no key.</exception>
    public string Encrypt(string text)
    {
        using var aes = Aes.Create();
        aes.Key = key.Require();
        aes.GenerateIV();
        var cipher = aes.EncryptCbc(Encoding.UTF8.GetBytes(text), aes.IV, PaddingMode.PKCS7);
        return Convert.ToHexStringLower(aes.IV) + Convert.ToHexStringLower(cipher);
    }

    /// <returns>Null when the text was not made with the key, or is none of this form.</returns>
    public string? TryDecrypt(string stored)
    {
        if (key.Bytes is not { } bytes || stored.Length < 4 * BlockBytes || stored.Length % (2 * BlockBytes) != 0)
        {
            return null;
        }

        try
        {
            var all = Convert.FromHexString(stored);
            using var aes = Aes.Create();
            aes.Key = bytes;
            var clear = aes.DecryptCbc(all.AsSpan(BlockBytes), all.AsSpan(0, BlockBytes), PaddingMode.PKCS7);
            return Strict.GetString(clear);
        }
        catch (Exception failure) when (failure is FormatException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
