using System.Security.Cryptography;

namespace Acme.Visitors;

/// <summary>Badges to be read aloud: no digit or letter that is taken for another.</summary>
public static class BadgeNumbers
{
    public const string Letters = "ACDEFHJKLMNPRTUVWXY3479";

    public static string Next() =>
        $"{RandomNumberGenerator.GetString(Letters, 3)}-{RandomNumberGenerator.GetString(Letters, 3)}";
}
