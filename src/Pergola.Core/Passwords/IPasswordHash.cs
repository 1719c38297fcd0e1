namespace Pergola.Core.Passwords;

/// <summary>Turns passwords into what is stored of them.</summary>
public interface IPasswordHash
{
    /// <summary>Hash with a new salt; two calls never give the same text.</summary>
    string Hash(string password, PasswordFormat format);

    /// <summary>Whether a password is the one behind a hash. False for text that is no hash; takes constant time.</summary>
    bool Verify(string password, string? stored, PasswordFormat format);
}

/// <summary>Measures of a stored hash: characters in all, and random bytes of the salt at its start (two characters each).</summary>
public sealed record PasswordFormat(int Length = 64, int SaltBytes = 8)
{
    public static readonly PasswordFormat Default = new();

    /// <summary>Bytes of the derived key.</summary>
    public int KeyBytes => (Length / 2) - SaltBytes;
}
