using System.Security.Cryptography;
using System.Text;

namespace Pergola.Core.Passwords;

/// <summary>
/// Hashes of existing databases: the salt as hex text followed by the scrypt key as hex (N 16384, r 8, p 1). The salt given to
/// scrypt is the hex text itself, not the bytes it stands for.
/// </summary>
public sealed class ScryptPasswordHash
{
    private const ulong Cost = 16384;
    private const uint BlockSize = 8;
    private const uint Parallelization = 1;

    /// <summary>Hash with a new salt; two calls never give the same text.</summary>
    public string Hash(string password, PasswordFormat format)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(format.SaltBytes));
        return salt + Convert.ToHexStringLower(Derive(password, salt, format.KeyBytes));
    }

    /// <summary>Whether a password is the one behind a hash. False for text that is no hash; takes constant time.</summary>
    public bool Verify(string password, string? stored, PasswordFormat format)
    {
        if (stored is null || stored.Length != format.Length)
        {
            return false;
        }

        var salt = stored[..(2 * format.SaltBytes)];
        var expected = Encoding.UTF8.GetBytes(stored[salt.Length..]);
        var actual = Encoding.UTF8.GetBytes(Convert.ToHexStringLower(Derive(password, salt, format.KeyBytes)));
        return CryptographicOperations.FixedTimeEquals(expected, actual);
    }

    private static byte[] Derive(string password, string salt, int length)
    {
        var key = new byte[length];
        var passwordBytes = Encoding.UTF8.GetBytes(password);
        var saltBytes = Encoding.UTF8.GetBytes(salt);
        var result = Sodium.Scrypt(
            passwordBytes,
            (nuint)passwordBytes.Length,
            saltBytes,
            (nuint)saltBytes.Length,
            Cost,
            BlockSize,
            Parallelization,
            key,
            (nuint)key.Length
        );
        return result == 0 ? key : throw new InvalidOperationException("scrypt could not get its memory.");
    }
}
