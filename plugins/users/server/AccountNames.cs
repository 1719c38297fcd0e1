using System.Text.RegularExpressions;

namespace Pergola.Plugins.Users;

/// <summary>What accounts may be known by.</summary>
public static partial class AccountNames
{
    /// <summary>A name has no character of an address, so that signing in by either finds one account.</summary>
    public static bool IsUsername(string text) => Username().IsMatch(text);

    public static bool IsEmail(string text) => text.Length <= 254 && Email().IsMatch(text);

    [GeneratedRegex("""^[^@<>"'/]{1,50}$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Username();

    [GeneratedRegex(
        @"^\w+([.+-]\w+)*@\w+([.-]\w+)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Email();
}
