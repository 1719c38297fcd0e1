using System.Security.Cryptography;

namespace Pergola.Core.Ids;

/// <summary>Random identifiers made of characters.</summary>
public static class RandomText
{
    public const string LowerAlphanumeric = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Alphabet of nano ids: URL-safe letters, digits, underscore and hyphen.</summary>
    public const string NanoAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-";

    /// <summary>Eleven lower-case letters and digits, the form of keys in the system tables.</summary>
    public static string Uid() => RandomNumberGenerator.GetString(LowerAlphanumeric, 11);

    public static string From(string alphabet, int length) => RandomNumberGenerator.GetString(alphabet, length);
}
