namespace Pergola.Core.Passwords;

/// <summary>Measures of a stored hash: characters in all, and random bytes of the salt at its start (two characters each).</summary>
public sealed record PasswordFormat(int Length = 64, int SaltBytes = 8)
{
    public static readonly PasswordFormat Default = new();

    /// <summary>Bytes of the derived key.</summary>
    public int KeyBytes => (Length / 2) - SaltBytes;
}
